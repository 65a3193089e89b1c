import type { Catalogue } from '../../../server-catalogue.ts'

export const imports: Catalogue = {
  'The file is empty.': 'Die Datei ist leer.',
  'The file was not read: a parameter is wrong.': 'Die Datei wurde nicht gelesen: Ein Parameter ist falsch.',
  'The file has {0} faults; nothing was changed.': 'Die Datei hat {0} Fehler; nichts wurde geändert.',
  '{0} Nothing was changed.': '{0} Nichts wurde geändert.',
  'A quotation mark is missing or out of place.': 'Ein Anführungszeichen fehlt oder steht falsch.',
  'Line {0}: a quotation mark is missing or out of place. Nothing was changed.':
    'Zeile {0}: Ein Anführungszeichen fehlt oder steht falsch. Nichts wurde geändert.',
  'An import takes at most {0} lines: split the file.': 'Ein Import nimmt höchstens {0} Zeilen an: Teilen Sie die Datei.',
  'An import takes at most {0} passwords, since each takes time to be stored safely: split the file.':
    'Ein Import nimmt höchstens {0} Passwörter an, da jedes Zeit braucht, um sicher gespeichert zu werden: Teilen Sie die Datei.',
  'The first line must name columns out of {0}.': 'Die erste Zeile muss Spalten nennen, und zwar aus {0}.',
  'The first line must name the column {0}, or id.': 'Die erste Zeile muss die Spalte {0} nennen, oder id.',
  'The first line must name this column, or id.': 'Die erste Zeile muss diese Spalte nennen, oder id.',
  'The first line must name this column.': 'Die erste Zeile muss diese Spalte nennen.',
  'There is no such column.': 'Diese Spalte gibt es nicht.',
  'There is no such column; there are {0}.': 'Diese Spalte gibt es nicht; es gibt {0}.',
  'Is there twice.': 'Kommt zweimal vor.',
  'Has {0} values, and the first line {1} names.': 'Hat {0} Werte, und die erste Zeile {1} Namen.',
  'Holds a NUL character: save the file as UTF-8 text.': 'Enthält ein NUL-Zeichen: Speichern Sie die Datei als UTF-8-Text.',
  'Has {0} fields, and the first line {1}.': 'Hat {0} Felder, und die erste Zeile {1}.',
  'There is a value in column {0}, which has no name in the first line.':
    'In Spalte {0}, die in der ersten Zeile keinen Namen hat, steht ein Wert.',
  'Names another record than {0}. Leave one of the two empty.':
    'Nennt einen anderen Datensatz als {0}. Lassen Sie eine der beiden leer.',
  'Must be a list such as a;b.': 'Muss eine Liste wie a;b sein.',
  'There is no record named “{0}” in {1}.': 'Es gibt keinen Datensatz namens „{0}“ in {1}.',
  'Line {0} is about the same {1}.': 'Zeile {0} betrifft denselben Datensatz ({1}).',
  '{0} is on line {1} already.': '{0} steht schon in Zeile {1}.',
  'There is such a record already.': 'Diesen Datensatz gibt es schon.',
  'There is no such record.': 'Diesen Datensatz gibt es nicht.',
  'Cannot be changed: delete the record and make a new one.':
    'Lässt sich nicht ändern: Löschen Sie den Datensatz und legen Sie einen neuen an.',
  'Is masked: put in the whole number or address.': 'Ist verdeckt: Tragen Sie die ganze Nummer oder Adresse ein.',
  'This takes dry_run and replace, each true or false.': 'Hier gibt es dry_run und replace, jeweils true oder false.',
  'There are dry_run and replace, each true or false.': 'Es gibt dry_run und replace, jeweils true oder false.',
}
