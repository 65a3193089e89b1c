import type { settings as english } from '../en/settings.ts'

export const settings: typeof english = {
  name: 'Paramètres |||| Paramètres',
  fields: {
    operator_name: 'Nom de l’exploitant ou du lieu',
    country: 'Pays',
    time_zone: 'Fuseau horaire',
    locale: 'Langue',
    public_url: 'URL publique',
    second_factor_required: 'Second facteur obligatoire',
  },
  help: {
    operator_name: 'Qui exploite ce système, tel qu’on le lira.',
    country: 'Où sont vos invités. Les nouveaux portails acceptent les numéros de ce pays.',
    time_zone: 'Celui dont les statistiques comptent les jours.',
    locale: 'Celle de la console, si personne n’en a choisi et que le navigateur n’en demande aucune qu’elle parle.',
    public_url:
      'L’adresse à laquelle les téléphones des invités et les fournisseurs joignent ce serveur, comme https://wifi.example.com. Les liens, les accusés de réception et le remplissage des codes en dépendent.',
    from_environment: 'GATEHOUSE_PUBLIC_URL dit %{url}, et c’est ce qui compte.',
    second_factor_required:
      'Qui n’en a pas en configure un à sa prochaine connexion, et ne peut rien faire d’autre d’ici là. Les clés d’API ne sont pas concernées. Seul un propriétaire peut changer ceci.',
    second_factor_own_first:
      'Configurez d’abord votre propre second facteur, dans votre profil\u00a0: vous pourrez ensuite l’exiger des autres.',
  },
  restart_needed: 'Redémarrez Gatehouse pour que la nouvelle URL publique prenne effet. D’ici là, %{url} compte.',
  is_local: '%{url} ne fonctionne que sur cette machine\u00a0: les téléphones et les fournisseurs ne peuvent pas la joindre.',
  second_factor_of: { none: 'Pour personne', owners: 'Pour les propriétaires', everyone: 'Pour tous' },
}
