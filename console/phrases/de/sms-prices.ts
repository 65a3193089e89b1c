import type { smsPrices as english } from '../en/sms-prices.ts'

export const smsPrices: typeof english = {
  name: 'SMS-Preis |||| SMS-Preise',
  fields: {
    sms_gateway_id: 'SMS-Gateway',
    country: 'Land',
    price: 'Preis je Segment',
    currency: 'Währung',
    note: 'Notiz',
    created_at: 'Angelegt',
    updated_at: 'Geändert',
  },
  help: {
    country: 'Alle anderen Länder: der Preis für alle, die keinen eigenen haben.',
    price: 'Eines Segments, in der Währung des Gateways: eine Zahl mit Dezimalpunkt, etwa 0.0079.',
    note: 'Ein interner Vermerk, ohne Wirkung.',
  },
  empty: 'Noch keine Preise.',
  other_countries: 'Alle anderen Länder',
  intro:
    'Was ein Segment einer Nachricht kostet, je Land. Danach zählen Ausgabengrenzen und Statistik. Ein Preis, den der Anbieter für eine Nachricht meldet, ersetzt ihn.',
  none: 'Noch keine Preise: Nachrichten durch dieses Gateway kosten in der Statistik nichts, und Ausgabengrenzen zählen nicht.',
  actions: 'Aktionen',
  add: 'Preis hinzufügen',
  add_title: 'Preis hinzufügen',
  edit_title: 'Preis für %{country} ändern',
  edit: 'Preis für %{country} ändern',
  delete: 'Preis für %{country} löschen',
  delete_title: 'Preis für %{country} löschen?',
  import: {
    title: 'Preisliste importieren',
    intro:
      'Eine CSV-Datei, deren erste Zeile die Spalten nennt: country (Code aus zwei Buchstaben, oder * für alle anderen Länder), price und, wenn Sie mögen, note. Ein Export dient als Muster.',
    replace: 'Preise von Ländern entfernen, die nicht in der Datei stehen',
    check: 'Datei prüfen',
    go: 'Importieren',
    checked: 'Die Prüfung ist fertig. Noch wurde nichts geändert.',
    nothing: 'Die Datei sagt, was die Liste schon sagt: Es gibt nichts zu importieren.',
    counts: '%{created} neu, %{updated} geändert, %{unchanged} unverändert, %{removed} entfernt',
    faulty: 'Die Datei hat Fehler. Berichtigen Sie sie und wählen Sie sie noch einmal: Sie wird ganz übernommen oder gar nicht.',
    done: 'Importiert: %{created} neu, %{updated} geändert, %{removed} entfernt.',
  },
}
