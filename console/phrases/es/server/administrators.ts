import type { Catalogue } from '../../../server-catalogue.ts'

export const administrators: Catalogue = {
  'Too many sign-ins at once. Try again in a moment.': 'Demasiados inicios de sesión a la vez. Inténtelo de nuevo en un momento.',
  'Too many attempts. Wait, or use a browser that you have signed in with before.':
    'Demasiados intentos. Espere, o use un navegador con el que ya haya iniciado sesión.',
  'You are signed out. Sign in again.': 'Su sesión se ha cerrado. Inicie sesión de nuevo.',
  'The login or the password is not right.': 'El usuario o la contraseña no son correctos.',
  'This was not right. Try again.': 'No es correcto. Inténtelo de nuevo.',
  'Give one of these.': 'Indique uno de estos.',
  'This passkey was not accepted. Try again, or sign in with your password.':
    'No se aceptó esta llave de acceso. Inténtelo de nuevo, o inicie sesión con su contraseña.',
  'This passkey was not accepted. Try again, or use your password.':
    'No se aceptó esta llave de acceso. Inténtelo de nuevo, o use su contraseña.',
  'This passkey was not accepted. Begin again.': 'No se aceptó esta llave de acceso. Empiece de nuevo.',
  'This passkey has been taken away. Use another one, or your password.':
    'Esta llave de acceso se ha quitado. Use otra, o su contraseña.',
  'This passkey is registered already.': 'Esta llave de acceso ya está registrada.',
  'There can be {0} passkeys. Delete one first.': 'Puede haber {0} llaves de acceso. Quite primero una.',
  'Passkeys need a name and https: with the public URL {0} browsers keep none. Set GATEHOUSE_PUBLIC_URL to one such as https://wifi.example.com.':
    'Las llaves de acceso necesitan un nombre y https: con la URL pública {0} los navegadores no guardan ninguna. Ponga en GATEHOUSE_PUBLIC_URL una como https://wifi.example.com.',
  'This sign-in has run out. Begin again with your password.':
    'Este inicio de sesión ha caducado. Empiece de nuevo con su contraseña.',
  'This sign-in was overtaken by another one, or by a change. Begin again.':
    'A este inicio de sesión se le adelantó otro, o un cambio. Empiece de nuevo.',
  'This is not your password.': 'Esta no es su contraseña.',
  'Give either the password, or a challenge_id and a response.': 'Indique la contraseña, o bien challenge_id y response.',
  'This is the last active owner, who can be neither deleted nor blocked nor given another role. Make somebody else an owner first.':
    'Es el último propietario activo, y no se le puede eliminar, bloquear ni dar otro rol. Haga primero propietario a otra persona.',
  'This is your last second factor, and your password is too short to stand alone. Choose one of at least 15 characters first.':
    'Es su último segundo factor, y su contraseña es demasiado corta para bastar por sí sola. Elija primero una de al menos 15 caracteres.',
  'This is not the code that the app shows now. Is the clock of the device right?':
    'No es el código que muestra ahora la aplicación. ¿Está en hora el dispositivo?',
  'No app is in use.': 'No hay ninguna aplicación en uso.',
  'Set up a second factor first: recovery codes stand in for one that is lost.':
    'Configure primero un segundo factor: los códigos de recuperación sustituyen a uno perdido.',
  'There is no secret to confirm. Begin again.': 'No hay ninguna clave que confirmar. Empiece de nuevo.',
  'Must have at least 8 characters.': 'Debe tener al menos 8 caracteres.',
  'Must have at least 15 characters: a sentence is easiest to remember. With a second factor 8 are enough.':
    'Debe tener al menos 15 caracteres: lo más fácil de recordar es una frase. Con un segundo factor bastan 8.',
  'Must have at most 128 characters.': 'Puede tener como máximo 128 caracteres.',
  'This password is among the most common ones: take another.': 'Esta contraseña es de las más comunes: elija otra.',
  'The password is too much like the login, the name or a contact: take another.':
    'La contraseña se parece demasiado al usuario, al nombre o a un contacto: elija otra.',
  'This is about an administrator who is signed in to the console; an API key is nobody’s session.':
    'Esto trata de un administrador con sesión iniciada en la consola; una clave de API no es la sesión de nadie.',
  'Another administrator has this login.': 'Otro administrador tiene este usuario.',
  'Sign-in window': 'Ventana de inicio de sesión',
  '{0} on iPhone': '{0} en iPhone',
  '{0} on iPad': '{0} en iPad',
  '{0} on Android': '{0} en Android',
  '{0} on Windows': '{0} en Windows',
  '{0} on Mac': '{0} en Mac',
  '{0} on ChromeOS': '{0} en ChromeOS',
  '{0} on Linux': '{0} en Linux',
  'A second factor is required of you here, and this is your last one. Add another one first.':
    'Aquí se le exige un segundo factor, y este es el último que tiene. Añada antes otro.',
  'The password of this administrator is too short to stand alone. Give them one of at least 15 characters first.':
    'La contraseña de este administrador es demasiado corta para bastar por sí sola. Dele primero una de al menos 15 caracteres.',
  'Only an owner may say who needs a second factor.': 'Solo un propietario puede decidir quién necesita un segundo factor.',
  'Set up a second factor of your own first, in your profile. Then require it of others.':
    'Configure primero su propio segundo factor, en su perfil. Después exíjalo a los demás.',
}
