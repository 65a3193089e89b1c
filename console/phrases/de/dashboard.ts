import type { dashboard as english, alerts as englishAlerts } from '../en/dashboard.ts'

export const dashboard: typeof english = {
  range: 'Zeitraum',
  ranges: { day: '24 Stunden', week: '7 Tage', month: '30 Tage' },
  to_do: 'Zu tun',
  to_do_done: 'Alles ist eingerichtet.',
  to_do_none: 'Für Sie ist nichts zu tun.',
  put_aside: 'Zurückstellen',
  put_aside_list: 'Zurückgestellt: %{smart_count} |||| Zurückgestellt: %{smart_count}',
  bring_back: 'Zurückholen',
  required: 'Nötig',
  recommended: 'Empfohlen',
  go: 'Dorthin',
  alerts: 'Warnungen',
  all_well: 'Alles ist in Ordnung.',
  since: 'seit %{time}',
  on_node: 'Aus Sicht des Knotens %{node}.',
  figures: {
    sign_ups: 'Registrierungen',
    activated: 'Aktiviert',
    activated_share: '%{share} der Registrierungen',
    seconds: 'Zeit bis zur Bestätigung (Median)',
    codes: 'Gesendete Codes',
    proven: 'Eingegebene Codes',
    proven_share: '%{share} der Codes',
    delivered: 'Zugestellt',
    delivered_share: '%{share} der Nachrichten',
    spend: 'Ausgaben',
    unpriced: '%{smart_count} Nachricht ohne bekannten Preis |||| %{smart_count} Nachrichten ohne bekannten Preis',
    refused: 'Durch Grenzwerte abgelehnt',
    nothing: '–',
  },
  charts: {
    sign_ups: 'Registrierungen',
    created: 'Begonnen',
    activated: 'Aktiviert',
    messages: 'Nachrichten',
    delivered: 'Zugestellt',
    failed: 'Gescheitert',
    sent: 'Gesendet',
    proven: 'Eingegeben',
    seconds: 'Sekunden bis zur Bestätigung (Hälfte der Gäste)',
    gateways: 'Nach Gateway',
    countries: 'Nach Land',
    limits: 'Durch Grenzwerte abgelehnt',
    spend: 'Ausgaben',
    table: 'Als Tabelle',
    nothing: 'In diesem Zeitraum nichts.',
  },
  columns: {
    hour: 'Stunde',
    day: 'Tag',
    gateway: 'Gateway',
    country: 'Land',
    sent: 'Gesendet',
    delivery_rate: 'Zugestellt',
    proven_rate: 'Bestätigt',
    p50: 'Dauer',
    spend: 'Ausgaben',
    none: 'Keines (E-Mail)',
    unknown_country: 'Keines (E-Mail)',
  },
  kinds: {
    contact: 'Kontakt',
    device: 'Browser',
    address: 'Client-Adresse',
    prefix: 'Nummernbereich',
    country: 'Land',
    portal: 'Splash-Portal',
    gateway: 'SMS-Gateway',
    system: 'Gesamtes System',
    breaker: 'Pumping-Schutz',
    spend: 'Ausgabengrenze',
    login: 'Falsche Passwörter',
    checks: 'Falsche Codes',
  },
  settings_failed: 'Das konnte nicht gespeichert werden: %{reason}',
}

export const alerts: typeof englishAlerts = {
  credentials_refused: {
    title: '%{name} lehnt die Zugangsdaten ab',
    action: 'Tragen Sie die Zugangsdaten neu ein und prüfen Sie sie. Bis dahin geht darüber nichts hinaus.',
  },
  gateway_failing: {
    title: '%{name} hat Störungen: %{failed} von %{attempts} Versuchen in der letzten Stunde gescheitert',
    action: 'Lesen Sie, was der Anbieter sagt, und prüfen Sie das Gateway.',
  },
  gateway_resting: {
    title: '%{name} wird vorerst in Ruhe gelassen',
    action:
      'Es ist immer wieder gescheitert. Gatehouse versucht es von selbst erneut; bis dahin gehen Nachrichten durch das nächste Gateway.',
  },
  gateway_throttled: {
    title: '%{name} bittet um langsameres Senden',
    action: 'Bitten Sie den Anbieter um eine höhere Rate, oder stellen Sie die Nachrichten pro Sekunde auf das, was er erlaubt.',
  },
  mail_server_failing: {
    title: '%{name} hat Störungen: %{failed} von %{attempts} Versuchen in der letzten Stunde gescheitert',
    action: 'Lesen Sie, was der Mailserver sagt, und prüfen Sie seine Einstellungen.',
  },
  mail_server_resting: {
    title: '%{name} wird vorerst in Ruhe gelassen',
    action: 'Er ist immer wieder gescheitert. Gatehouse versucht es von selbst erneut.',
  },
  mail_server_throttled: {
    title: '%{name} bittet um langsameres Senden',
    action: 'Bitten Sie den Betreiber des Mailservers um eine höhere Rate.',
  },
  spend_cap_reached: {
    title: '%{name}: Die Ausgabengrenze ist erreicht',
    action: 'Heben Sie die Grenze an, wenn der Verkehr ehrlich ist. Bis dahin geht darüber nichts hinaus, was Geld kostet.',
  },
  spend_cap_near: {
    title: '%{name}: Die Ausgabengrenze ist bald erreicht',
    action: 'Heben Sie die Grenze an, wenn der Verkehr ehrlich ist.',
  },
  pumping_block: {
    title: 'Codes an %{name} sind gesperrt',
    action:
      'Viele wurden dorthin gesendet und kaum einer wurde eingegeben. Sehen Sie nach, ob dort wirklich Gäste sind, bevor Sie die Sperre aufheben.',
  },
  pumping_watched: {
    title: 'Codes an %{name} würden gesperrt',
    action:
      'Die Schutzschaltung beobachtet hier nur: Codes gehen weiter hinaus. Sehen Sie nach, ob dort wirklich Gäste sind, oder schalten Sie sie unter Grenzwerte ein.',
  },
  outbox_backlog: {
    title: 'Nachrichten warten länger als sie sollten',
    action: 'Sehen Sie nach, ob Gateways langsam sind oder zu wenige Nachrichten pro Sekunde erlaubt sind.',
  },
  unknown_outcomes: {
    title: 'Bei einigen Nachrichten weiß niemand, ob sie hinausgingen',
    action: 'Meist klärt es ein Zustellbericht. Bleiben sie, sehen Sie sich das Gateway an.',
  },
  node_gone: {
    title: 'Ein Knoten wurde eine Weile nicht gesehen',
    action: 'Wurde er mit Absicht abgeschaltet, verschwindet das von selbst.',
  },
  carrier_suspended: {
    title: '%{name} wird nicht für kostenlose SMS angeboten',
    action: 'Das E-Mail-Gateway lehnt Nachrichten ab oder verliert sie. Prüfen Sie den Mobilfunkanbieter.',
  },
}
