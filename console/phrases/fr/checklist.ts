import type { checklist as english } from '../en/checklist.ts'

export const checklist: typeof english = {
  administrator: {
    title: 'Un administrateur',
    why: 'Sans lui, personne ne peut se connecter à la console.',
    action: 'Ouvrez le lien que Gatehouse affiche au démarrage, ou créez-en un sous Administrateurs.',
  },
  second_factor: {
    title: 'Un second facteur pour votre propre connexion',
    why: 'Un mot de passe divulgué ouvrirait la console et tout ce qu’elle contient.',
    action: 'Ajoutez une application d’authentification ou une clé d’accès à votre propre compte.',
  },
  operator: {
    title: 'Qui exploite ce système, et où',
    why: 'Les nouveaux portails y prennent leur pays, et les statistiques comptent les jours de votre fuseau horaire.',
    action: 'Indiquez votre nom et votre pays sous Paramètres.',
  },
  portal: {
    title: 'Un portail d’accueil qui propose un forfait',
    why: 'C’est la page où les invités s’inscrivent.',
    action: 'Créez un portail d’accueil et rattachez-y au moins un forfait qui puisse être proposé.',
  },
  public_url_is_localhost: {
    title: 'Une adresse que les autres peuvent atteindre',
    why: 'L’URL publique ne fonctionne que sur cette machine\u00a0: les liens des messages ne mènent nulle part, et aucun fournisseur ne peut signaler une remise.',
    action:
      'Mettez dans GATEHOUSE_PUBLIC_URL, ou dans public_url sous Paramètres, une adresse que les invités atteignent, et redémarrez Gatehouse.',
  },
  public_url_https: {
    title: 'Une adresse chiffrée',
    why: 'Sans https, les mots de passe et les codes peuvent être lus en chemin, et les téléphones ne remplissent pas les codes d’eux-mêmes.',
    action: 'Placez devant un proxy inverse avec un certificat, et mettez son adresse https comme URL publique.',
  },
  sms_gateway: {
    title: 'Une passerelle SMS qui atteint les téléphones',
    why: 'Seul le simulateur envoie des SMS pour l’instant\u00a0: ils n’atteignent aucun téléphone.',
    action: 'Ajoutez une passerelle de votre fournisseur sous Passerelles SMS, et activez-la.',
  },
  sms_gateway_tested: {
    title: 'Un SMS passé par chaque passerelle',
    why: 'De mauvais identifiants ou un mauvais expéditeur ne se voient que lorsque quelque chose est envoyé.',
    action: 'Envoyez un message d’essai à votre propre téléphone par chaque passerelle.',
  },
  test_credentials: {
    title: 'De vrais identifiants à la place de ceux d’essai',
    why: 'Avec des identifiants d’essai, le fournisseur fait semblant d’envoyer\u00a0: rien n’atteint un téléphone.',
    action: 'Mettez les vrais identifiants et votre propre expéditeur.',
  },
  trial_account: {
    title: 'Un compte complet à la place d’un compte d’essai',
    why: 'Un compte d’essai envoie à quelques numéros vérifiés chez le fournisseur, et à aucun invité.',
    action: 'Passez à un compte complet chez le fournisseur.',
  },
  mail_server: {
    title: 'Un serveur de messagerie qui atteint les boîtes',
    why: 'Seul le simulateur envoie des e-mails pour l’instant\u00a0: les codes par e-mail n’atteignent personne.',
    action: 'Ajoutez votre serveur sous Serveurs de messagerie, et activez-le.',
  },
  mail_server_tested: {
    title: 'Un e-mail passé par chaque serveur de messagerie',
    why: 'Un mauvais mot de passe ou un mauvais expéditeur ne se voit que lorsque quelque chose est envoyé.',
    action: 'Envoyez-vous un e-mail d’essai par chaque serveur de messagerie.',
  },
  plan_not_offered: {
    title: 'Chaque forfait sur un portail',
    why: 'Un forfait qu’aucun portail d’accueil ne propose ne peut être pris par personne.',
    action: 'Rattachez le forfait à un portail d’accueil, ou supprimez-le.',
  },
  plan_cannot_be_validated: {
    title: 'Des forfaits dont la confirmation peut être demandée',
    why: 'Le forfait demande une confirmation que rien ne peut envoyer\u00a0: les portails ne le proposent pas, ou par une seule de ses deux voies.',
    action: 'Rattachez au forfait une passerelle SMS activée, ou activez un serveur de messagerie.',
  },
  portal_cannot_reset: {
    title: 'Des portails dont les mots de passe peuvent être réinitialisés',
    why: 'Le portail promet des réinitialisations par une voie que rien ne peut envoyer.',
    action: 'Rattachez au portail une passerelle SMS activée, activez un serveur de messagerie, ou choisissez une autre méthode.',
  },
  spend_cap: {
    title: 'Une limite à ce que les SMS peuvent coûter',
    why: 'Quelqu’un peut faire envoyer ce système vers des numéros qui lui rapportent. Une limite borne ce que cela peut coûter.',
    action:
      'Fixez une limite par jour ou par mois pour chaque passerelle ou pour toutes ensemble, et indiquez les prix pour qu’elle compte.',
  },
}
