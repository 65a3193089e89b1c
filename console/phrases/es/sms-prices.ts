import type { smsPrices as english } from '../en/sms-prices.ts'

export const smsPrices: typeof english = {
  name: 'Precio de SMS |||| Precios de SMS',
  fields: {
    sms_gateway_id: 'Pasarela SMS',
    country: 'País',
    price: 'Precio de un segmento',
    currency: 'Moneda',
    note: 'Nota',
    created_at: 'Creación',
    updated_at: 'Cambio',
  },
  help: {
    country: 'Todos los demás países: el precio para los que no tienen uno propio.',
    price: 'De un segmento, en la moneda de la pasarela: un decimal con punto como 0.0079.',
    note: 'Un comentario interno, sin efecto.',
  },
  empty: 'Todavía no hay precios.',
  other_countries: 'Todos los demás países',
  intro:
    'Lo que cuesta un segmento de un mensaje, por país. Según él cuentan los límites de gasto y las estadísticas. Un precio que el proveedor comunica para un mensaje lo sustituye.',
  none: 'Todavía no hay precios: los mensajes por esta pasarela no cuestan nada en las estadísticas, y los límites de gasto no cuentan.',
  actions: 'Acciones',
  add: 'Añadir un precio',
  add_title: 'Añadir un precio',
  edit_title: 'Cambiar el precio de %{country}',
  edit: 'Cambiar el precio de %{country}',
  delete: 'Eliminar el precio de %{country}',
  delete_title: '¿Eliminar el precio de %{country}?',
  import: {
    title: 'Importar una lista de precios',
    intro:
      'Un archivo CSV cuya primera línea nombra las columnas: country (código de dos letras, o * para todos los demás países), price y, si quiere, note. Una exportación sirve de modelo.',
    replace: 'Quitar los precios de países que no están en el archivo',
    check: 'Comprobar el archivo',
    go: 'Importar',
    checked: 'La comprobación ha terminado. Aún no se ha cambiado nada.',
    nothing: 'El archivo dice lo que ya dice la lista: no hay nada que importar.',
    counts: '%{created} nuevos, %{updated} cambiados, %{unchanged} sin cambios, %{removed} quitados',
    faulty: 'El archivo tiene errores. Corríjalos y elíjalo otra vez: se toma entero o no se toma.',
    done: 'Importado: %{created} nuevos, %{updated} cambiados, %{removed} quitados.',
  },
}
