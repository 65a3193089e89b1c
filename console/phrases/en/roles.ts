/** What an administrator or an API key may do, from least to most. */
export const roles = {
  read_only: 'Read-only',
  front_desk: 'Front desk',
  operator: 'Operator',
  owner: 'Owner',
  read_only_help: 'Sees everything but administrators; numbers and addresses of guests are masked.',
  front_desk_help: 'Also helps guests: creates and changes accounts, sends a code again, starts a password reset.',
  operator_help: 'Also sets everything up: gateways, plans, portals, limits; exports and erases personal data.',
  owner_help: 'Also decides who may do what: administrators and API keys.',
}
