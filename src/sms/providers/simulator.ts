import type { LocalProvider } from '../provider.ts'

/** A phone on a page of Gatehouse: messages never leave the machine, so it takes any settings. */
export const simulator: LocalProvider = {
  id: 'simulator',
  label: 'Phone simulator',
  kind: 'local',
  fields: {
    from: { label: 'From', help: 'What the phone on the simulator page shows as the sender.', required: false },
    account_sid: { label: 'Account', help: 'Not used.', required: false },
    auth_token: { label: 'Secret', help: 'Not used.', required: false, secret: true },
    base_url: { label: 'Base URL', help: 'Not used.', required: false },
  },
  problems: () => [],
  warnings: () => ['Messages are shown on the simulator page and reach no real phone.'],
}
