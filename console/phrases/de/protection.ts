import type {
  blocks as englishBlocks,
  channels as englishChannels,
  suppressions as englishSuppressions,
  validations as englishValidations,
} from '../en/protection.ts'

export const validations: typeof englishValidations = {
  name: 'Validierung |||| Validierungen',
  fields: {
    id: 'Kennung',
    purpose: 'Zweck',
    channel: 'Kanal',
    status: 'Status',
    contact: 'Kontakt',
    account_id: 'Konto',
    splash_portal_id: 'Splash-Portal',
    usage_plan_id: 'Nutzungsplan',
    carrier_id: 'Mobilfunkanbieter',
    checks: 'Versuchte Codes',
    checks_max: 'Erlaubte Versuche',
    sends: 'Gesendet',
    last_sent_at: 'Zuletzt gesendet',
    locale: 'Sprache',
    created_at: 'Angefordert',
    expires_at: 'Läuft ab',
    approved_at: 'Bestätigt',
  },
  purposes: {
    sign_up: 'Registrierung',
    password_reset: 'Passwort zurücksetzen',
    free_sms: 'Kostenlose SMS',
    api: 'Durch ein Programm',
  },
  statuses: {
    pending: 'Wartet auf den Code',
    approved: 'Bestätigt',
    expired: 'Abgelaufen',
    exhausted: 'Zu viele falsche Codes',
    cancelled: 'Abgebrochen',
  },
  empty: 'Es wurden noch keine Codes angefordert.',
  resend: 'Code noch einmal senden',
  resend_question: 'Diesen Code noch einmal senden?',
  resent: 'Der Code ist wieder unterwegs.',
  cancel: 'Code ungültig machen',
  cancel_question: 'Der Code gilt dann nicht mehr. Ungültig machen?',
  cancelled: 'Abgebrochen. Der Code gilt nicht mehr.',
}

export const suppressions: typeof englishSuppressions = {
  name: 'Empfänger\u00adsperre |||| Empfänger\u00adsperren',
  fields: {
    channel: 'Kanal',
    contact: 'Kontakt',
    sms_gateway_id: 'Nur durch dieses Gateway',
    sender: 'Nur von diesem Absender',
    reason: 'Grund',
    detail: 'Was geschehen ist',
    message_id: 'Nachricht',
    note: 'Notiz',
    created_at: 'Seit',
    updated_at: 'Geändert',
  },
  help: {
    contact: 'Eine Nummer mit Landesvorwahl, etwa +14155550123, oder eine E-Mail-Adresse. Danach wird sie verdeckt.',
    sms_gateway_id: 'Leer: was immer sendet.',
    sender: 'Leer: von jedem Absender.',
    note: 'Ein interner Vermerk, ohne Wirkung.',
  },
  reasons: {
    opted_out: 'Hat mit STOP geantwortet',
    hard_bounce: 'Das Postfach gibt es nicht',
    complaint: 'Als Spam gemeldet',
    manual: 'Von Hand eingetragen',
  },
  empty: 'Niemand ist vom Senden ausgenommen. Wer mit STOP antwortet oder wessen Adresse es nicht gibt, steht hier.',
  lift: 'Wer einen Eintrag löscht, hebt ihn auf: Die nächste Nachricht geht wieder hinaus.',
}

export const blocks: typeof englishBlocks = {
  name: 'Sperre |||| Sperren',
  fields: {
    kind: 'Was gesperrt ist',
    value: 'Welche',
    state: 'Status',
    blocked_at: 'Seit',
    blocked_until: 'Bis',
    active: 'In Kraft',
    strikes: 'Male in Folge',
    proofs: 'Eingegebene Codes',
  },
  states: { active: 'In Kraft', shadow: 'Nur beobachtet', ended: 'Beendet' },
  entered: '%{proofs} von %{sends}',
  kinds: { prefix: 'Nummern, die beginnen mit', country: 'Land', gateway: 'SMS-Gateway' },
  empty:
    'Nichts ist gesperrt. Wenn viele Codes an einen Nummernbereich, in ein Land oder durch ein Gateway gehen und kaum einer eingegeben wird, unterbindet es der Pumping-Schutz hier.',
  about:
    'Viele Codes gingen dorthin und kaum einer wurde eingegeben: So verdienen Betrüger an SMS, die Sie bezahlen. Eine Sperre endet von selbst.',
  lift: 'Aufheben',
  lift_question: 'Diese Sperre aufheben? Codes gehen sofort wieder dorthin, und was zu ihr führte, ist vergessen.',
  lifted: 'Aufgehoben.',
}

export const channels: typeof englishChannels = {
  sms: 'SMS',
  email: 'E-Mail',
  email_to_sms: 'SMS über das E-Mail-Gateway des Mobilfunkanbieters',
}
