/** The list of related records that somebody puts in order. */
export const orderedRecords = {
  add: 'Add',
  none_yet: 'None chosen.',
  nothing_found: 'Nothing found.',
  move: 'Move %{name}',
  up: 'Move %{name} up',
  down: 'Move %{name} down',
  remove: 'Remove %{name}',
  not_enabled: 'not enabled',
  gone: 'deleted record',
  how: 'Press the space bar to pick it up, the arrow keys to move it, the space bar to put it down, Escape to leave it where it was.',
  picked_up: '%{name} picked up, place %{place} of %{total}.',
  moved: '%{name} is at place %{place} of %{total}.',
  put_down: '%{name} put down at place %{place} of %{total}.',
  left: '%{name} stays where it was.',
  removed: '%{name} removed.',
}
