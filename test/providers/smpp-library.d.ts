/** The npm package smpp, as far as the tests use it: it has no types of its own. */
declare module 'smpp' {
  export class PDU {
    constructor(bytes: Buffer)
    [field: string]: unknown
  }
}
