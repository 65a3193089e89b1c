import type { Catalogue } from '../../../server-catalogue.ts'

export const administrators: Catalogue = {
  'Too many sign-ins at once. Try again in a moment.': 'Zu viele Anmeldungen auf einmal. Versuchen Sie es gleich noch einmal.',
  'Too many attempts. Wait, or use a browser that you have signed in with before.':
    'Zu viele Versuche. Warten Sie, oder benutzen Sie einen Browser, mit dem Sie sich schon angemeldet haben.',
  'You are signed out. Sign in again.': 'Sie sind abgemeldet. Melden Sie sich wieder an.',
  'The login or the password is not right.': 'Benutzername oder Passwort stimmt nicht.',
  'This was not right. Try again.': 'Das stimmte nicht. Versuchen Sie es noch einmal.',
  'Give one of these.': 'Geben Sie eines davon an.',
  'This passkey was not accepted. Try again, or sign in with your password.':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.',
  'This passkey was not accepted. Try again, or use your password.':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder benutzen Sie Ihr Passwort.',
  'This passkey was not accepted. Begin again.': 'Dieser Passkey wurde nicht angenommen. Beginnen Sie von vorn.',
  'This passkey has been taken away. Use another one, or your password.':
    'Dieser Passkey wurde entfernt. Benutzen Sie einen anderen, oder Ihr Passwort.',
  'This passkey is registered already.': 'Dieser Passkey ist schon registriert.',
  'There can be {0} passkeys. Delete one first.': 'Es kann {0} Passkeys geben. Entfernen Sie zuerst einen.',
  'Passkeys need a name and https: with the public URL {0} browsers keep none. Set GATEHOUSE_PUBLIC_URL to one such as https://wifi.example.com.':
    'Passkeys brauchen einen Namen und https: Mit der öffentlichen URL {0} behalten Browser keinen. Setzen Sie GATEHOUSE_PUBLIC_URL auf eine wie https://wifi.example.com.',
  'This sign-in has run out. Begin again with your password.':
    'Diese Anmeldung ist abgelaufen. Beginnen Sie von vorn mit Ihrem Passwort.',
  'This sign-in was overtaken by another one, or by a change. Begin again.':
    'Dieser Anmeldung kam eine andere oder eine Änderung zuvor. Beginnen Sie von vorn.',
  'This is not your password.': 'Das ist nicht Ihr Passwort.',
  'Give either the password, or a challenge_id and a response.':
    'Geben Sie entweder das Passwort an, oder challenge_id und response.',
  'This is the last active owner, who can be neither deleted nor blocked nor given another role. Make somebody else an owner first.':
    'Das ist der letzte aktive Inhaber; er kann weder gelöscht noch gesperrt werden noch eine andere Rolle bekommen. Machen Sie zuerst jemand anderen zum Inhaber.',
  'This is your last second factor, and your password is too short to stand alone. Choose one of at least 15 characters first.':
    'Das ist Ihr letzter zweiter Faktor, und Ihr Passwort ist zu kurz, um allein zu genügen. Wählen Sie zuerst eines mit mindestens 15 Zeichen.',
  'This is not the code that the app shows now. Is the clock of the device right?':
    'Das ist nicht der Code, den die App gerade zeigt. Geht die Uhr des Geräts richtig?',
  'No app is in use.': 'Es ist keine App in Gebrauch.',
  'Set up a second factor first: recovery codes stand in for one that is lost.':
    'Richten Sie zuerst einen zweiten Faktor ein: Wiederherstellungscodes springen für einen verlorenen ein.',
  'There is no secret to confirm. Begin again.': 'Es gibt keinen Schlüssel zu bestätigen. Beginnen Sie von vorn.',
  'Must have at least 8 characters.': 'Braucht mindestens 8 Zeichen.',
  'Must have at least 15 characters: a sentence is easiest to remember. With a second factor 8 are enough.':
    'Braucht mindestens 15 Zeichen: Am leichtesten merkt man sich einen Satz. Mit einem zweiten Faktor genügen 8.',
  'Must have at most 128 characters.': 'Darf höchstens 128 Zeichen haben.',
  'This password is among the most common ones: take another.':
    'Dieses Passwort gehört zu den häufigsten: Nehmen Sie ein anderes.',
  'The password is too much like the login, the name or a contact: take another.':
    'Das Passwort ähnelt dem Benutzernamen, dem Namen oder einem Kontakt zu sehr: Nehmen Sie ein anderes.',
  'This is about an administrator who is signed in to the console; an API key is nobody’s session.':
    'Hier geht es um einen Administrator, der an der Konsole angemeldet ist; ein API-Schlüssel ist niemandes Sitzung.',
  'Another administrator has this login.': 'Ein anderer Administrator hat diesen Benutzernamen.',
  'Sign-in window': 'Anmeldefenster',
  '{0} on iPhone': '{0} auf dem iPhone',
  '{0} on iPad': '{0} auf dem iPad',
  '{0} on Android': '{0} auf Android',
  '{0} on Windows': '{0} unter Windows',
  '{0} on Mac': '{0} auf dem Mac',
  '{0} on ChromeOS': '{0} unter ChromeOS',
  '{0} on Linux': '{0} unter Linux',
  'A second factor is required of you here, and this is your last one. Add another one first.':
    'Von Ihnen wird hier ein zweiter Faktor verlangt, und dies ist Ihr letzter. Fügen Sie zuerst einen anderen hinzu.',
  'The password of this administrator is too short to stand alone. Give them one of at least 15 characters first.':
    'Das Passwort dieses Administrators ist zu kurz, um allein zu genügen. Geben Sie ihm zuerst eines mit mindestens 15 Zeichen.',
  'Only an owner may say who needs a second factor.': 'Nur ein Inhaber darf bestimmen, wer einen zweiten Faktor braucht.',
  'Set up a second factor of your own first, in your profile. Then require it of others.':
    'Richten Sie zuerst Ihren eigenen zweiten Faktor ein, in Ihrem Profil. Verlangen Sie ihn danach von anderen.',
}
