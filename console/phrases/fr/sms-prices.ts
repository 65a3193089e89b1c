import type { smsPrices as english } from '../en/sms-prices.ts'

export const smsPrices: typeof english = {
  name: 'Prix de SMS |||| Prix des SMS',
  fields: {
    sms_gateway_id: 'Passerelle SMS',
    country: 'Pays',
    price: 'Prix d’un segment',
    currency: 'Devise',
    note: 'Remarque',
    created_at: 'Création',
    updated_at: 'Modification',
  },
  help: {
    country: 'Tous les autres pays\u00a0: le prix pour ceux qui n’ont pas le leur.',
    price: 'D’un segment, dans la devise de la passerelle\u00a0: un nombre à point décimal comme 0.0079.',
    note: 'Un commentaire interne, sans effet.',
  },
  empty: 'Pas encore de prix.',
  other_countries: 'Tous les autres pays',
  intro:
    'Ce que coûte un segment de message, par pays. Les limites de dépenses et les statistiques comptent d’après lui. Un prix que le fournisseur signale pour un message le remplace.',
  none: 'Pas encore de prix\u00a0: les messages par cette passerelle ne coûtent rien dans les statistiques, et les limites de dépenses ne comptent pas.',
  actions: 'Actions',
  add: 'Ajouter un prix',
  add_title: 'Ajouter un prix',
  edit_title: 'Modifier le prix pour %{country}',
  edit: 'Modifier le prix pour %{country}',
  delete: 'Supprimer le prix pour %{country}',
  delete_title: 'Supprimer le prix pour %{country}\u00a0?',
  import: {
    title: 'Importer une liste de prix',
    intro:
      'Un fichier CSV dont la première ligne nomme les colonnes\u00a0: country (code de deux lettres, ou * pour tous les autres pays), price et, si vous voulez, note. Un export sert de modèle.',
    replace: 'Retirer les prix des pays absents du fichier',
    check: 'Vérifier le fichier',
    go: 'Importer',
    checked: 'La vérification est faite. Rien n’a encore été modifié.',
    nothing: 'Le fichier dit ce que dit déjà la liste\u00a0: il n’y a rien à importer.',
    counts: '%{created} nouveaux, %{updated} modifiés, %{unchanged} inchangés, %{removed} retirés',
    faulty:
      'Le fichier contient des erreurs. Corrigez-les et choisissez-le de nouveau\u00a0: il est pris en entier ou pas du tout.',
    done: 'Importé\u00a0: %{created} nouveaux, %{updated} modifiés, %{removed} retirés.',
  },
}
