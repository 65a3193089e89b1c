import type { Catalogue } from '../../../../server-catalogue.ts'

export const simulator: Catalogue = {
  'What the phone on the simulator page shows as the sender.':
    'Ce que le téléphone de la page du simulateur montre comme expéditeur.',
  'Messages are shown on the simulator page and reach no real phone.':
    'Les messages apparaissent sur la page du simulateur et n’atteignent aucun vrai téléphone.',
  'Phone simulator': 'Simulateur de téléphone',
}
