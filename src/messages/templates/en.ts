import type { Texts } from './texts.ts'

export const en: Texts = {
  code_sms: '{code} is your {brand} code. It expires in {minutes} min. Do not share it.',
  code_sms_short: '{code} is your {brand} code ({minutes} min).',
  code_email_to_sms: '{code} is your {brand} token (code). It expires in {minutes} min.',
  code_email_subject: '{code} is your {brand} code',
  code_email_text: `{code}

This is your code for {brand}. Enter it on the page that asked for it. It expires in {lifetime}.

Nobody from {brand} will ever ask you for it: do not share it.

If this wasn't you, ignore this email: nothing happens without the code.`,
  password_changed_sms: '{brand}: your password was changed. If this was not you, reset it now or tell the staff.',
  password_changed_email_subject: 'Your {brand} password was changed',
  password_changed_email_text: `The password of your account at {brand} was changed just now, and every device was signed out.

If this was you, there is nothing to do.

If this wasn't you, reset your password at once and tell the staff: {portal}`,
  contact_moved_sms:
    '{brand}: a number or email address of your account was proven by another account and moved there. Not you? Tell the staff.',
  contact_moved_email_subject: 'A contact was removed from your {brand} account',
  contact_moved_email_text: `A mobile number or email address of your account at {brand} was proven with a code by another account. It belongs to that account now and no longer serves to sign in to yours or to reset its password.

If this was you, there is nothing to do.

If this wasn't you, tell the staff: {portal}`,
  reset_invitation_sms: '{brand}: the staff asks you to choose a new password. Do it here: {link}',
  reset_invitation_sms_short:
    '{brand}: please choose a new password. Open the Wi-Fi sign-in page and press "Forgot your password?"',
  reset_invitation_email_subject: 'Choose a new password for {brand}',
  reset_invitation_email_text: `The staff of {brand} asks you to choose a new password for your account.

Open this page, say who you are, and enter the code that you will be sent: {link}

There is no code in this email, and nobody from {brand} will ever ask you for one.

If you did not ask for this, tell the staff. Your old password may have been cleared; nobody can choose a new one without a code sent to you.`,
}
