import type { Catalogue } from '../../../../server-catalogue.ts'

export const simulator: Catalogue = {
  'What the phone on the simulator page shows as the sender.': 'Was das Telefon auf der Seite des Simulators als Absender zeigt.',
  'Messages are shown on the simulator page and reach no real phone.':
    'Nachrichten erscheinen auf der Seite des Simulators und erreichen kein echtes Telefon.',
  'Phone simulator': 'Telefon-Simulator',
}
