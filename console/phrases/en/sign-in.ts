export const signIn = {
  title: 'Sign in to Gatehouse',
  login: 'Login',
  password: 'Password',
  go: 'Sign in',
  with_passkey: 'Use a passkey',
  second_title: 'Second step',
  code: 'Code from your authenticator app',
  recovery_code: 'Recovery code',
  use_recovery_code: 'Use a recovery code instead',
  use_code: 'Use the authenticator app instead',
  back: 'Start again',
  lost: 'Locked out? On the server run: gatehouse administrator LOGIN',
  passkey_not_used: 'The passkey was not used: it was cancelled, or took too long. Try again, or choose another way.',
  passkey_known: 'This device has a passkey for you already. Use that one, or add one on another device.',
  passkey_elsewhere: 'Passkeys work only at the public URL of this server. Open the console there, and try again.',
  passkey_unfit:
    'This device cannot keep a passkey as it is needed here: often it lacks a screen lock. Use another device, or an authenticator app.',
  due_title: 'Set up a second factor',
  due_text:
    'It is required of you here. Set up an authenticator app or a passkey, and keep the recovery codes that come with it; then you can go on.',
  due_done: 'Done. The next time you sign in you are asked for it.',
  due_go: 'Go on to the console',
}
