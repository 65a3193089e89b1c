/** Shows enough of a contact to recognise one's own: `+1******0123`, `j***@example.com`. */
export function maskContact(contact: string): string {
  const at = contact.lastIndexOf('@')
  if (at > 0) return `${contact.slice(0, 1)}***${contact.slice(at)}`
  if (contact.length <= 6) return '*'.repeat(contact.length)
  return contact.slice(0, 2) + '*'.repeat(contact.length - 6) + contact.slice(-4)
}
