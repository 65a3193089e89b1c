import { hashSync, type Options, verifySync } from '@node-rs/argon2'

// Runs in a thread of its own (password.ts): tasks that wait for it are worked off one after the other without the event
// loop, which under load has other things to do in between for longer than a hash takes.

export function hash({ password, options }: { password: string; options: Options }): string {
  return hashSync(password, options)
}

export function verify({ password, stored }: { password: string; stored: string }): boolean {
  return verifySync(stored, password)
}
