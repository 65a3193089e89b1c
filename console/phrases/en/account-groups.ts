export const accountGroups = {
  name: 'Account Group |||| Groups',
  fields: { name: 'Name', priority: 'Priority', note: 'Note', created_at: 'Created', updated_at: 'Changed' },
  help: {
    name: 'A group with the name SMS turns on the free way in by the carriers’ email gateways.',
    priority: 'Which group wins where somebody is in several: the highest.',
    note: 'A comment for operators, without effect.',
  },
  empty: 'No groups yet. Guests are put into the group of the plan they take.',
}
