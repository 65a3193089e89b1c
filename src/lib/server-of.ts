/** The server that an address leads to, such as `https://sms.example.com:8443`; the address itself where that cannot be told. */
export function serverOf(address: string): string {
  const url = URL.parse(address)
  return url?.host ? `${url.protocol}//${url.host}` : address
}
