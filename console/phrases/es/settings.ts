import type { settings as english } from '../en/settings.ts'

export const settings: typeof english = {
  name: 'Ajustes |||| Ajustes',
  fields: {
    operator_name: 'Su nombre o el del local',
    country: 'País',
    time_zone: 'Zona horaria',
    locale: 'Idioma',
    public_url: 'URL pública',
    second_factor_required: 'Segundo factor obligatorio',
  },
  help: {
    operator_name: 'Quién lleva esto, tal como se leerá.',
    country: 'Dónde están sus huéspedes. Los portales nuevos aceptan números de este país.',
    time_zone: 'La de los días que cuentan las estadísticas.',
    locale: 'El de la consola, si nadie ha elegido otro y el navegador no pide ninguno de los suyos.',
    public_url:
      'La dirección en la que los teléfonos de los huéspedes y los proveedores llegan a este servidor, como https://wifi.example.com. De ella dependen los enlaces, los informes de entrega y que los códigos se rellenen solos.',
    from_environment: 'GATEHOUSE_PUBLIC_URL dice %{url}, y eso es lo que vale.',
    second_factor_required:
      'Quien no tenga uno lo configura la próxima vez que inicie sesión, y hasta entonces no puede hacer nada más. No afecta a las claves de API. Solo un propietario puede cambiarlo.',
    second_factor_own_first: 'Configure primero su propio segundo factor, en su perfil: después podrá exigirlo a otros.',
  },
  restart_needed: 'Reinicie Gatehouse para que valga la nueva URL pública. Hasta entonces vale %{url}.',
  is_local: '%{url} solo funciona en esta máquina: los teléfonos y los proveedores no llegan a ella.',
  second_factor_of: { none: 'Para nadie', owners: 'Para los propietarios', everyone: 'Para todos' },
}
