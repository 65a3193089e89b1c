import type { Receipt } from '../provider.ts'

/** How many parts of long texts are remembered: an hour of receipts at one long text a second. */
const PARTS_MAX = 10_000

/** A text on its way, as far as the SMSC has taken it. */
export interface SentText {
  /** Our own. */
  messageId: string
  partsTotal: number
  partsTaken: number
  /** The ids of the parts that were taken, with what was last reported of each. Some SMSCs give all parts one id. */
  reported: Map<string, Receipt | undefined>
}

export function createSentText(messageId: string, partsTotal: number): SentText {
  return { messageId, partsTotal, partsTaken: 0, reported: new Map() }
}

/** The id under which a text is known: its first part's. */
export function idOf(text: SentText): string {
  return text.reported.keys().next().value ?? ''
}

export function isWhole(text: SentText): boolean {
  return text.partsTaken === text.partsTotal
}

/** Finds the long text that a part's receipt belongs to. In memory only: a restart forgets it. */
export class LongTexts {
  readonly #byPartId = new Map<string, SentText>()

  add(partId: string, text: SentText): void {
    this.#byPartId.set(partId, text)
    if (this.#byPartId.size <= PARTS_MAX) return
    const oldest = this.#byPartId.keys().next().value
    if (oldest !== undefined) this.#byPartId.delete(oldest)
  }

  /**
   * What a receipt says of the whole text: `failed` as soon as one part has failed, `delivered` once every part has
   * arrived. Undefined: nothing that could be written down yet.
   */
  readReceipt(receipt: Receipt): Receipt | undefined {
    const text = this.#byPartId.get(receipt.providerMessageId)
    if (!text) return receipt
    const before = text.reported.get(receipt.providerMessageId)
    // A part's last word stays, whatever comes after it or out of order.
    if (before === undefined || before.status === 'accepted') text.reported.set(receipt.providerMessageId, receipt)
    return combine(text, receipt)
  }
}

function combine(text: SentText, receipt: Receipt): Receipt | undefined {
  const whole = { providerMessageId: idOf(text), messageId: text.messageId }
  const reports = [...text.reported.values()]
  const failed = reports.find(report => report?.status === 'failed')
  // Without a class: another part may have reached the guest, so no other gateway is to repeat the text.
  if (failed) return { ...failed, ...whole, errorClass: '' }
  // Part of a text that is not all there says nothing of the whole.
  if (!isWhole(text)) return undefined
  const delivered = reports.filter(report => report?.status === 'delivered').length
  if (delivered === reports.length) return { ...receipt, ...whole, status: 'delivered' }
  const providerStatus = `${receipt.providerStatus} (${delivered} of ${reports.length} parts delivered)`
  return { ...receipt, ...whole, status: 'accepted', providerStatus }
}
