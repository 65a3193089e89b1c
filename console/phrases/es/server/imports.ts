import type { Catalogue } from '../../../server-catalogue.ts'

export const imports: Catalogue = {
  'The file is empty.': 'El archivo está vacío.',
  'The file was not read: a parameter is wrong.': 'No se leyó el archivo: un parámetro es incorrecto.',
  'The file has {0} faults; nothing was changed.': 'El archivo tiene {0} errores; no se cambió nada.',
  '{0} Nothing was changed.': '{0} No se cambió nada.',
  'A quotation mark is missing or out of place.': 'Falta una comilla, o está fuera de lugar.',
  'Line {0}: a quotation mark is missing or out of place. Nothing was changed.':
    'Línea {0}: falta una comilla, o está fuera de lugar. No se cambió nada.',
  'An import takes at most {0} lines: split the file.': 'Una importación admite como máximo {0} líneas: divida el archivo.',
  'An import takes at most {0} passwords, since each takes time to be stored safely: split the file.':
    'Una importación admite como máximo {0} contraseñas, pues guardar bien cada una lleva tiempo: divida el archivo.',
  'The first line must name columns out of {0}.': 'La primera línea debe nombrar columnas de entre {0}.',
  'The first line must name the column {0}, or id.': 'La primera línea debe nombrar la columna {0}, o id.',
  'The first line must name this column, or id.': 'La primera línea debe nombrar esta columna, o id.',
  'The first line must name this column.': 'La primera línea debe nombrar esta columna.',
  'There is no such column.': 'No existe esa columna.',
  'There is no such column; there are {0}.': 'No existe esa columna; existen {0}.',
  'Is there twice.': 'Está dos veces.',
  'Has {0} values, and the first line {1} names.': 'Tiene {0} valores, y la primera línea {1} nombres.',
  'Holds a NUL character: save the file as UTF-8 text.': 'Contiene un carácter NUL: guarde el archivo como texto UTF-8.',
  'Has {0} fields, and the first line {1}.': 'Tiene {0} campos, y la primera línea {1}.',
  'There is a value in column {0}, which has no name in the first line.':
    'Hay un valor en la columna {0}, que no tiene nombre en la primera línea.',
  'Names another record than {0}. Leave one of the two empty.': 'Nombra otro registro que {0}. Deje vacía una de las dos.',
  'Must be a list such as a;b.': 'Debe ser una lista como a;b.',
  'There is no record named “{0}” in {1}.': 'No hay ningún registro llamado «{0}» en {1}.',
  'Line {0} is about the same {1}.': 'La línea {0} trata del mismo registro ({1}).',
  '{0} is on line {1} already.': '{0} ya está en la línea {1}.',
  'There is such a record already.': 'Ese registro ya existe.',
  'There is no such record.': 'Ese registro no existe.',
  'Cannot be changed: delete the record and make a new one.': 'No se puede cambiar: elimine el registro y cree otro.',
  'Is masked: put in the whole number or address.': 'Está oculto en parte: ponga el número o la dirección completos.',
  'This takes dry_run and replace, each true or false.': 'Esto admite dry_run y replace, cada uno true o false.',
  'There are dry_run and replace, each true or false.': 'Existen dry_run y replace, cada uno true o false.',
}
