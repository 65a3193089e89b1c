import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  name: 'Clé d’API |||| Clés d’API',
  fields: {
    name: 'Nom',
    administrator_id: 'Administrateur',
    role: 'Rôle',
    expires_at: 'Expire',
    note: 'Remarque',
    key_prefix: 'Commence par',
    created_at: 'Création',
    updated_at: 'Modification',
  },
  help: {
    name: 'Figure dans le journal d’audit à côté de chaque modification faite avec la clé.',
    administrator_id: 'À qui est la clé. Elle ne peut jamais plus que cette personne. Vide\u00a0: celle d’un programme.',
    role: 'Ce que la clé peut faire.',
    expires_at: 'Vide\u00a0: elle n’expire pas.',
    note: 'Un commentaire interne, sans effet.',
  },
  empty: 'Aucune clé d’API. Un programme qui appelle l’API REST en a besoin d’une.',
  new_title: 'Voici la nouvelle clé',
  new_text: 'Elle n’est montrée que cette fois\u00a0: gardez-la là où vous gardez vos mots de passe.',
  copy: 'Copier',
  copied: 'Copiée',
  kept: 'Je l’ai gardée',
}
