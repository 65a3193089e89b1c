/** A language's texts. `{name}` is filled in when the message leaves; an email's paragraphs are divided by blank lines. */
export interface Texts {
  code_sms: string
  /** Taken instead of code_sms where a long host name leaves no room for it. */
  code_sms_short: string
  /** To a carrier's email-to-SMS gateway: at most 140 characters of ASCII reach the phone. */
  code_email_to_sms: string
  code_email_subject: string
  code_email_text: string
  password_changed_sms: string
  password_changed_email_subject: string
  password_changed_email_text: string
  contact_moved_sms: string
  contact_moved_email_subject: string
  contact_moved_email_text: string
  reset_invitation_sms: string
  /** Taken where a long address leaves no room for `{link}`. */
  reset_invitation_sms_short: string
  reset_invitation_email_subject: string
  reset_invitation_email_text: string
}

export type TemplateName = keyof Texts
