import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** What /metrics shows: Node's own figures and the product's. Labels never hold a contact. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'gatehouse_http_requests_total',
      help: 'Requests answered',
      labelNames: ['method', 'status'],
      registers,
    }),
    validationsStarted: new Counter({
      name: 'gatehouse_validations_started_total',
      help: 'Codes asked for',
      labelNames: ['purpose', 'channel', 'outcome'],
      registers,
    }),
    validationsChecked: new Counter({
      name: 'gatehouse_validations_checked_total',
      help: 'Codes checked',
      labelNames: ['outcome'],
      registers,
    }),
    messages: new Counter({
      name: 'gatehouse_messages_total',
      help: 'Attempts to hand over a message',
      labelNames: ['channel', 'provider', 'outcome'],
      registers,
    }),
    messageWait: new Histogram({
      name: 'gatehouse_message_wait_seconds',
      help: 'Time from the intent to the first request to a provider',
      labelNames: ['channel'],
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 120],
      registers,
    }),
    messagesProven: new Counter({
      name: 'gatehouse_messages_proven_total',
      help: 'Codes entered: contacts proven',
      labelNames: ['channel'],
      registers,
    }),
    secondsToProof: new Histogram({
      name: 'gatehouse_seconds_to_proof',
      help: 'Time from asking for a code to entering it',
      labelNames: ['channel'],
      buckets: [5, 10, 20, 30, 60, 120, 300, 600],
      registers,
    }),
    // As many series as there are gateways: the currency is the gateway's.
    smsSpend: new Counter({
      name: 'gatehouse_sms_spend_total',
      help: 'Price of the text messages that this node handed over, as known then, in units of the currency',
      labelNames: ['gateway', 'currency'],
      registers,
    }),
    receipts: new Counter({
      name: 'gatehouse_receipts_total',
      help: 'Delivery receipts from providers',
      labelNames: ['provider', 'outcome'],
      registers,
    }),
    blocks: new Counter({
      name: 'gatehouse_blocks_total',
      help: 'Prefixes, countries and gateways that the pumping breaker has blocked, or in shadow mode would have',
      labelNames: ['kind', 'shadow'],
      registers,
    }),
    captcha: new Counter({
      name: 'gatehouse_captcha_total',
      help: 'CAPTCHAs of guests past a limit: solved, refused, not loaded in their browsers, or the vendor could not be asked',
      labelNames: ['provider', 'outcome'],
      registers,
    }),
    disposable: new Counter({
      name: 'gatehouse_disposable_contacts_total',
      help: 'Codes asked for with addresses and numbers that are made to be thrown away, and what was done about it',
      labelNames: ['signal', 'mode'],
      registers,
    }),
    carriersAlive: new Gauge({
      name: 'gatehouse_carriers_alive',
      help: 'Email-to-SMS carriers that are offered to guests',
      registers,
    }),
  }
}
