import type { dashboard as english, alerts as englishAlerts } from '../en/dashboard.ts'

export const dashboard: typeof english = {
  range: 'Période',
  ranges: { day: '24 heures', week: '7 jours', month: '30 jours' },
  to_do: 'À faire',
  to_do_done: 'Tout est configuré.',
  to_do_none: 'Vous n’avez rien à faire.',
  put_aside: 'Mettre de côté',
  put_aside_list: 'Mis de côté\u00a0: %{smart_count} |||| Mis de côté\u00a0: %{smart_count}',
  bring_back: 'Reprendre',
  required: 'Nécessaire',
  recommended: 'Conseillé',
  go: 'Y aller',
  alerts: 'Alertes',
  all_well: 'Tout va bien.',
  since: 'depuis %{time}',
  on_node: 'Vu par le nœud %{node}.',
  figures: {
    sign_ups: 'Inscriptions',
    activated: 'Activés',
    activated_share: '%{share} des inscriptions',
    seconds: 'Délai médian de confirmation',
    codes: 'Codes envoyés',
    proven: 'Codes saisis',
    proven_share: '%{share} des codes',
    delivered: 'Remis',
    delivered_share: '%{share} des messages',
    spend: 'Dépenses',
    unpriced: '%{smart_count} message sans prix connu |||| %{smart_count} messages sans prix connu',
    refused: 'Refusés par les limites',
    nothing: '–',
  },
  charts: {
    sign_ups: 'Inscriptions',
    created: 'Commencées',
    activated: 'Activées',
    messages: 'Messages',
    delivered: 'Remis',
    failed: 'Échoués',
    sent: 'Envoyés',
    proven: 'Saisis',
    seconds: 'Secondes jusqu’à la confirmation (la moitié des invités)',
    gateways: 'Par passerelle',
    countries: 'Par pays',
    limits: 'Refusés par les limites',
    spend: 'Dépenses',
    table: 'En tableau',
    nothing: 'Rien sur cette période.',
  },
  columns: {
    hour: 'Heure',
    day: 'Jour',
    gateway: 'Passerelle',
    country: 'Pays',
    sent: 'Envoyés',
    delivery_rate: 'Remis',
    proven_rate: 'Confirmés',
    p50: 'Délai',
    spend: 'Dépenses',
    none: 'Aucune (e-mail)',
    unknown_country: 'Aucun (e-mail)',
  },
  kinds: {
    contact: 'Contact',
    device: 'Navigateur',
    address: 'Adresse du client',
    prefix: 'Préfixe de numéros',
    country: 'Pays',
    portal: 'Portail d’accueil',
    gateway: 'Passerelle SMS',
    system: 'Tout le système',
    breaker: 'Protection contre le pumping',
    spend: 'Limite de dépenses',
    login: 'Mots de passe erronés',
    checks: 'Codes erronés',
  },
  settings_failed: 'Cela n’a pas pu être enregistré\u00a0: %{reason}',
}

export const alerts: typeof englishAlerts = {
  credentials_refused: {
    title: '%{name} refuse les identifiants',
    action: 'Remettez les identifiants et vérifiez-les. D’ici là, rien ne part par cette voie.',
  },
  gateway_failing: {
    title: '%{name} échoue\u00a0: %{failed} tentatives sur %{attempts} dans la dernière heure',
    action: 'Lisez ce que dit le fournisseur, et vérifiez la passerelle.',
  },
  gateway_resting: {
    title: '%{name} est en repos pour l’instant',
    action:
      'Elle a échoué à plusieurs reprises. Gatehouse la réessaie de lui-même\u00a0; d’ici là, les messages passent par la passerelle suivante.',
  },
  gateway_throttled: {
    title: '%{name} demande de ralentir',
    action: 'Demandez au fournisseur un débit plus élevé, ou réglez les messages par seconde sur ce qu’il permet.',
  },
  mail_server_failing: {
    title: '%{name} échoue\u00a0: %{failed} tentatives sur %{attempts} dans la dernière heure',
    action: 'Lisez ce que dit le serveur de messagerie, et vérifiez ses réglages.',
  },
  mail_server_resting: {
    title: '%{name} est en repos pour l’instant',
    action: 'Il a échoué à plusieurs reprises. Gatehouse le réessaie de lui-même.',
  },
  mail_server_throttled: {
    title: '%{name} demande de ralentir',
    action: 'Demandez un débit plus élevé à celui qui exploite le serveur de messagerie.',
  },
  spend_cap_reached: {
    title: '%{name} a atteint sa limite de dépenses',
    action: 'Relevez la limite si le trafic est honnête. D’ici là, rien de payant ne part par cette voie.',
  },
  spend_cap_near: {
    title: '%{name} approche de sa limite de dépenses',
    action: 'Relevez la limite si le trafic est honnête.',
  },
  pumping_block: {
    title: 'Les codes vers %{name} sont bloqués',
    action:
      'Beaucoup y ont été envoyés et presque aucun n’a été saisi. Voyez si de vrais invités s’y trouvent avant de lever le blocage.',
  },
  pumping_watched: {
    title: 'Les codes vers %{name} seraient bloqués',
    action:
      'Ici la protection ne fait qu’observer\u00a0: les codes continuent de partir. Voyez si de vrais invités s’y trouvent, ou activez-la dans les limites.',
  },
  outbox_backlog: {
    title: 'Des messages attendent plus longtemps que prévu',
    action: 'Voyez si des passerelles sont lentes ou si trop peu de messages par seconde sont permis.',
  },
  unknown_outcomes: {
    title: 'De certains messages, personne ne sait s’ils sont partis',
    action: 'D’ordinaire, un accusé de réception le dit. S’ils restent, regardez la passerelle.',
  },
  node_gone: {
    title: 'Un nœud n’a pas été vu depuis un moment',
    action: 'S’il a été arrêté exprès, cela disparaît de soi-même.',
  },
  carrier_suspended: {
    title: '%{name} n’est pas proposé pour les SMS gratuits',
    action: 'Sa passerelle e-mail refuse ou perd des messages. Vérifiez l’opérateur mobile.',
  },
}
