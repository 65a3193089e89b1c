/** What a guest has to prove, or may prove. */
export const methods = {
  none: 'Nothing',
  sms: 'A mobile number, by SMS',
  email: 'An email address',
  sms_or_email: 'A mobile number or an email address',
  sms_and_email: 'A mobile number and an email address',
}
