import type { auditEvents as english, otherResources as englishOthers } from '../en/audit-events.ts'

export const auditEvents: typeof english = {
  name: 'Événement d’audit |||| Journal d’audit',
  fields: {
    number: 'Numéro',
    at: 'Heure',
    actor: 'Qui',
    action: 'A fait',
    resource: 'Quoi',
    record_id: 'Quel enregistrement',
    changes: 'Modifications',
    hash: 'Hachage',
    previous_hash: 'Hachage du précédent',
  },
  actions: {
    create: 'créé',
    update: 'modifié',
    delete: 'supprimé',
    resend: 'renvoyé',
    cancel: 'annulé',
    test: 'testé',
    export: 'exporté',
    import: 'importé',
    erase: 'effacé',
    sign_in: 'connecté',
    sign_out: 'déconnecté',
  },
  empty: 'Rien n’a encore été modifié.',
  from: 'Avant',
  to: 'Après',
  field: 'Champ',
  secret_changed: 'Modifié. Ce que c’est n’est jamais montré.',
  no_changes: 'Rien d’autre n’est enregistré.',
  chain:
    'Chaque événement contient le hachage du précédent. Sur le serveur, gatehouse doctor --audit trouve ceux qui ont été modifiés ou retirés depuis.',
}

export const otherResources: typeof englishOthers = {
  limits: 'Limites',
  settings: 'Paramètres',
  persons: 'Données personnelles',
}
