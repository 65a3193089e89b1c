import type { Context } from '../context.ts'
import type { Channel } from '../db/tables.ts'
import { gatewaysFor, gatewaysForMessage, mailServersFor, type RouteQuestion } from '../sms/route.ts'

/** The gateway or mail server that a message is first given to. */
export interface FirstWay {
  smsGatewayId: string | null
  mailServerId: string | null
}

/**
 * Chooses where a new message goes first: the first in order that is well, or simply the first when none is. `after`: the
 * gateway or mail server that carried the code before; a code that is asked for again takes the next one.
 */
export function chooseWay(
  ctx: Context,
  message: RouteQuestion & { id: string; channel: Channel; country: string; after?: string | null | undefined },
): FirstWay {
  const snapshot = ctx.catalogue.now
  const ways = message.channel === 'sms' ? gatewaysForMessage(gatewaysFor(snapshot, message), message) : mailServersFor(snapshot)
  const last = ways.findIndex(({ id }) => id === message.after)
  const order = [...ways.slice(last + 1), ...ways.slice(0, last + 1)]
  const id = (order.find(way => ctx.health.restsUntil(way) === undefined) ?? order[0])?.id ?? null
  return message.channel === 'sms' ? { smsGatewayId: id, mailServerId: null } : { smsGatewayId: null, mailServerId: id }
}
