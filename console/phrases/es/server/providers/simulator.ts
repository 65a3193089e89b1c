import type { Catalogue } from '../../../../server-catalogue.ts'

export const simulator: Catalogue = {
  'What the phone on the simulator page shows as the sender.':
    'Lo que muestra como remitente el teléfono de la página del simulador.',
  'Messages are shown on the simulator page and reach no real phone.':
    'Los mensajes aparecen en la página del simulador y no llegan a ningún teléfono real.',
  'Phone simulator': 'Simulador de teléfono',
}
