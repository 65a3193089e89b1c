import type { administrators as english } from '../en/administrators.ts'

export const administrators: typeof english = {
  name: 'Administrateur |||| Administrateurs',
  fields: {
    login: 'Identifiant',
    name: 'Nom',
    email: 'Adresse e-mail',
    role: 'Rôle',
    status: 'État',
    locale: 'Langue',
    password: 'Mot de passe',
    totp_enabled: 'Application d’authentification',
    passkeys: 'Clés d’accès',
    last_login_at: 'Dernière connexion',
    note: 'Remarque',
    created_at: 'Création',
    updated_at: 'Modification',
  },
  help: {
    login: 'Ce avec quoi cette personne se connecte.',
    role: 'Ce que cette personne peut faire.',
    password:
      'Au moins 15 caractères. Une phrase est le plus facile à retenir et le plus difficile à deviner. Remettez-le en personne\u00a0; il se change dans le profil.',
    new_password: 'Laissez vide pour garder le mot de passe. Un nouveau déconnecte la personne partout.',
    status: 'Bloqué\u00a0: ne peut pas se connecter, et est déconnecté.',
    note: 'Un commentaire interne, sans effet.',
  },
  statuses: { active: 'Actif', blocked: 'Bloqué' },
  empty: 'Aucun administrateur.',
  reset_second_factor: 'Retirer le second facteur',
  reset_second_factor_question:
    'Pour quelqu’un qui a perdu son téléphone\u00a0: retire l’application d’authentification, les clés d’accès et les codes de secours, et déconnecte la personne. Assurez-vous que c’est bien elle qui le demande.',
  second_factor_reset: 'Retiré. La connexion se fait avec le seul mot de passe jusqu’à ce qu’un nouveau soit configuré.',
  sign_out: 'Déconnecter partout',
  sign_out_question: 'Terminer toutes les sessions de cet administrateur\u00a0?',
  signed_out: 'Déconnecté partout.',
}
