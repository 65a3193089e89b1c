import type { TranslationMessages } from 'ra-core'
import french from 'ra-language-french'

/** Set as all our phrases are: no line begins with a mark, and apostrophes are round. */
const { ra }: typeof french = JSON.parse(JSON.stringify(french), (_, value) =>
  typeof value === 'string' ? value.replaceAll(/ (?=[:;?!])/g, '\u00a0').replaceAll("'", '’') : value,
)

/** React-admin's own words, with our words for what our own screens say as well. */
export const reactAdmin: TranslationMessages = {
  ra: {
    ...ra,
    action: { ...ra.action, edit: 'Modifier', remove: 'Retirer', remove_filter: 'Retirer ce filtre', show: 'Voir' },
    page: {
      ...ra.page,
      create: 'Créer\u00a0: %{name}',
      empty: 'Rien pour l’instant\u00a0: %{name}.',
      invite: 'Voulez-vous créer le premier enregistrement\u00a0?',
      not_found: 'Page introuvable',
    },
    input: {
      ...ra.input,
      file: {
        upload_several: 'Déposez ici les fichiers à charger, ou cliquez pour en choisir un.',
        upload_single: 'Déposez ici le fichier à charger, ou cliquez pour le choisir.',
      },
      image: {
        upload_several: 'Déposez ici les images à charger, ou cliquez pour en choisir une.',
        upload_single: 'Déposez ici l’image à charger, ou cliquez pour la choisir.',
      },
    },
    message: {
      ...ra.message,
      invalid_form: 'Le formulaire n’est pas valable. Vérifiez les erreurs',
      loading: 'Veuillez patienter',
      unsaved_changes: 'Certaines modifications ne sont pas enregistrées. Voulez-vous vraiment les abandonner\u00a0?',
    },
    auth: { ...ra.auth, email: 'Adresse e-mail', sign_in: 'Se connecter', logout: 'Se déconnecter' },
    notification: {
      ...ra.notification,
      updated: 'Enregistrement modifié |||| %{smart_count} enregistrements modifiés',
      created: 'Enregistrement créé',
      deleted: 'Enregistrement supprimé |||| %{smart_count} enregistrements supprimés',
      logged_out: 'Votre session est terminée, veuillez vous reconnecter.',
      not_authorized: 'Vous n’avez pas le droit de faire cela.',
    },
    validation: {
      ...ra.validation,
      minLength: 'Au moins %{min} caractères',
      maxLength: 'Au plus %{max} caractères',
      minValue: 'Au moins %{min}',
      maxValue: 'Au plus %{max}',
      email: 'Doit être une adresse e-mail valable',
      oneOf: 'Doit être l’une de ces valeurs\u00a0: %{options}',
      regex: 'Doit respecter un format (expression régulière)\u00a0: %{pattern}',
    },
    saved_queries: {
      ...ra.saved_queries,
      remove_label_with_name: 'Retirer «\u00a0%{name}\u00a0» de mes requêtes',
      remove_message: 'Voulez-vous vraiment retirer cette requête de la liste\u00a0?',
    },
  },
}
