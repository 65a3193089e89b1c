import type { roles as english } from '../en/roles.ts'

export const roles: typeof english = {
  read_only: 'Lecture seule',
  front_desk: 'Réception',
  operator: 'Exploitant',
  owner: 'Propriétaire',
  read_only_help: 'Voit tout sauf les administrateurs\u00a0; les numéros et adresses des invités sont masqués.',
  front_desk_help:
    'Aide aussi les invités\u00a0: crée et modifie des comptes, renvoie un code, lance la réinitialisation d’un mot de passe.',
  operator_help:
    'Configure aussi tout\u00a0: passerelles, forfaits, portails, limites\u00a0; exporte et efface des données personnelles.',
  owner_help: 'Décide aussi qui peut faire quoi\u00a0: administrateurs et clés d’API.',
}
