import type { LocalProvider } from '../provider.ts'

/** A phone on a page of Gatehouse: messages never leave the machine, so it takes any settings. */
export const simulator: LocalProvider = {
  id: 'simulator',
  label: 'Phone simulator',
  kind: 'local',
  docs: '',
  fields: { from: { label: 'From', help: 'What the phone on the simulator page shows as the sender.', required: false } },
  options: [],
  problems: () => [],
  warnings: () => ['Messages are shown on the simulator page and reach no real phone.'],
}
