import type { Catalogue } from '../../../server-catalogue.ts'

export const imports: Catalogue = {
  'The file is empty.': 'Le fichier est vide.',
  'The file was not read: a parameter is wrong.': 'Le fichier n’a pas été lu\u00a0: un paramètre est faux.',
  'The file has {0} faults; nothing was changed.': 'Le fichier a {0} erreurs\u00a0; rien n’a été modifié.',
  '{0} Nothing was changed.': '{0} Rien n’a été modifié.',
  'A quotation mark is missing or out of place.': 'Un guillemet manque ou n’est pas à sa place.',
  'Line {0}: a quotation mark is missing or out of place. Nothing was changed.':
    'Ligne {0}\u00a0: un guillemet manque ou n’est pas à sa place. Rien n’a été modifié.',
  'An import takes at most {0} lines: split the file.': 'Un import accepte au plus {0} lignes\u00a0: divisez le fichier.',
  'An import takes at most {0} passwords, since each takes time to be stored safely: split the file.':
    'Un import accepte au plus {0} mots de passe, car chacun prend du temps à enregistrer en sûreté\u00a0: divisez le fichier.',
  'The first line must name columns out of {0}.': 'La première ligne doit nommer des colonnes parmi {0}.',
  'The first line must name the column {0}, or id.': 'La première ligne doit nommer la colonne {0}, ou id.',
  'The first line must name this column, or id.': 'La première ligne doit nommer cette colonne, ou id.',
  'The first line must name this column.': 'La première ligne doit nommer cette colonne.',
  'There is no such column.': 'Cette colonne n’existe pas.',
  'There is no such column; there are {0}.': 'Cette colonne n’existe pas\u00a0; il y a {0}.',
  'Is there twice.': 'Figure deux fois.',
  'Has {0} values, and the first line {1} names.': 'A {0} valeurs, et la première ligne {1} noms.',
  'Holds a NUL character: save the file as UTF-8 text.':
    'Contient un caractère NUL\u00a0: enregistrez le fichier en texte UTF-8.',
  'Has {0} fields, and the first line {1}.': 'A {0} champs, et la première ligne {1}.',
  'There is a value in column {0}, which has no name in the first line.':
    'Il y a une valeur dans la colonne {0}, qui n’a pas de nom dans la première ligne.',
  'Names another record than {0}. Leave one of the two empty.':
    'Nomme un autre enregistrement que {0}. Laissez l’une des deux vide.',
  'Must be a list such as a;b.': 'Doit être une liste comme a;b.',
  'There is no record named “{0}” in {1}.': 'Il n’y a pas d’enregistrement nommé «\u00a0{0}\u00a0» dans {1}.',
  'Line {0} is about the same {1}.': 'La ligne {0} porte sur le même enregistrement ({1}).',
  '{0} is on line {1} already.': '{0} est déjà à la ligne {1}.',
  'There is such a record already.': 'Cet enregistrement existe déjà.',
  'There is no such record.': 'Cet enregistrement n’existe pas.',
  'Cannot be changed: delete the record and make a new one.':
    'Ne peut pas être modifié\u00a0: supprimez l’enregistrement et créez-en un autre.',
  'Is masked: put in the whole number or address.': 'Est masqué\u00a0: indiquez le numéro ou l’adresse en entier.',
  'This takes dry_run and replace, each true or false.': 'Ceci accepte dry_run et replace, chacun true ou false.',
  'There are dry_run and replace, each true or false.': 'Il y a dry_run et replace, chacun true ou false.',
}
