import type { accountGroups as english } from '../en/account-groups.ts'

export const accountGroups: typeof english = {
  name: 'Groupe de comptes |||| Groupes',
  fields: { name: 'Nom', priority: 'Priorité', note: 'Remarque', created_at: 'Création', updated_at: 'Modification' },
  help: {
    name: 'Un groupe nommé SMS ouvre l’accès gratuit par les passerelles e-mail des opérateurs mobiles.',
    priority: 'Quel groupe l’emporte quand quelqu’un est dans plusieurs\u00a0: celui de la plus haute priorité.',
    note: 'Un commentaire interne, sans effet.',
  },
  empty: 'Pas encore de groupes. Les invités entrent dans le groupe du forfait qu’ils prennent.',
}
