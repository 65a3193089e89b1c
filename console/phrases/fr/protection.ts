import type {
  blocks as englishBlocks,
  channels as englishChannels,
  suppressions as englishSuppressions,
  validations as englishValidations,
} from '../en/protection.ts'

export const validations: typeof englishValidations = {
  name: 'Validation |||| Validations',
  fields: {
    id: 'Référence',
    purpose: 'But',
    channel: 'Canal',
    status: 'État',
    contact: 'Contact',
    account_id: 'Compte',
    splash_portal_id: 'Portail d’accueil',
    usage_plan_id: 'Forfait',
    carrier_id: 'Opérateur mobile',
    checks: 'Codes essayés',
    checks_max: 'Essais permis',
    sends: 'Envois',
    last_sent_at: 'Dernier envoi',
    locale: 'Langue',
    created_at: 'Demandée',
    expires_at: 'Expire',
    approved_at: 'Confirmée',
  },
  purposes: {
    sign_up: 'Inscription',
    password_reset: 'Réinitialisation du mot de passe',
    free_sms: 'SMS gratuit',
    api: 'Par un programme',
  },
  statuses: {
    pending: 'En attente du code',
    approved: 'Confirmée',
    expired: 'Expirée',
    exhausted: 'Trop de codes erronés',
    cancelled: 'Annulée',
  },
  empty: 'Aucun code n’a encore été demandé.',
  resend: 'Renvoyer le code',
  resend_question: 'Envoyer ce code encore une fois\u00a0?',
  resent: 'Le code est de nouveau en route.',
  cancel: 'Annuler le code',
  cancel_question: 'Le code ne servira plus. L’annuler\u00a0?',
  cancelled: 'Annulé. Le code ne sert plus.',
}

export const suppressions: typeof englishSuppressions = {
  name: 'Destinataire exclu |||| Destinataires exclus',
  fields: {
    channel: 'Canal',
    contact: 'Contact',
    sms_gateway_id: 'Seulement par cette passerelle',
    sender: 'Seulement de cet expéditeur',
    reason: 'Raison',
    detail: 'Ce qui s’est passé',
    message_id: 'Message',
    note: 'Remarque',
    created_at: 'Depuis',
    updated_at: 'Modification',
  },
  help: {
    contact: 'Un numéro avec l’indicatif du pays, comme +14155550123, ou une adresse e-mail. Il est masqué ensuite.',
    sms_gateway_id: 'Vide\u00a0: quoi que ce soit qui envoie.',
    sender: 'Vide\u00a0: de tout expéditeur.',
    note: 'Un commentaire interne, sans effet.',
  },
  reasons: {
    opted_out: 'A répondu STOP',
    hard_bounce: 'La boîte n’existe pas',
    complaint: 'Signalé comme indésirable',
    manual: 'Saisi à la main',
  },
  empty: 'Personne n’est exclu des envois. Qui répond STOP, ou dont l’adresse n’existe pas, apparaît ici.',
  lift: 'Supprimer un enregistrement lève l’exclusion\u00a0: le message suivant repart.',
}

export const blocks: typeof englishBlocks = {
  name: 'Blocage |||| Blocages',
  fields: {
    kind: 'Ce qui est bloqué',
    value: 'Lequel',
    state: 'État',
    blocked_at: 'Depuis',
    blocked_until: 'Jusqu’à',
    active: 'En vigueur',
    strikes: 'Fois de suite',
    proofs: 'Codes saisis',
  },
  states: { active: 'En vigueur', shadow: 'Seulement observé', ended: 'Terminé' },
  entered: '%{proofs} sur %{sends}',
  kinds: { prefix: 'Numéros qui commencent par', country: 'Pays', gateway: 'Passerelle SMS' },
  empty:
    'Rien n’est bloqué. Quand beaucoup de codes vont à un préfixe, un pays ou une passerelle et que presque aucun n’est saisi, la protection contre le pumping l’arrête ici.',
  about:
    'Beaucoup de codes y sont allés et presque aucun n’a été saisi\u00a0: c’est ainsi que des fraudeurs gagnent sur des SMS que vous payez. Un blocage finit de lui-même.',
  lift: 'Lever',
  lift_question: 'Lever ce blocage\u00a0? Les codes y vont de nouveau aussitôt, et ce qui y a mené est oublié.',
  lifted: 'Levé.',
}

export const channels: typeof englishChannels = {
  sms: 'SMS',
  email: 'E-mail',
  email_to_sms: 'SMS par la passerelle e-mail de l’opérateur',
}
