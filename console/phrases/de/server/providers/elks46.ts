import type { Catalogue } from '../../../../server-catalogue.ts'

export const elks46: Catalogue = {
  'Three letters, as in SEK or EUR. 46elks reports what a message cost without saying in what: with this it is written down.':
    'Drei Buchstaben, etwa SEK oder EUR. 46elks meldet, was eine Nachricht gekostet hat, ohne die Währung zu nennen: Damit wird es festgehalten.',
  'A number of yours at 46elks (+46700000000), or a name of 3 to 11 letters and digits that begins with a letter.':
    'Eine Ihrer Nummern bei 46elks (+46700000000), oder ein Name aus 3 bis 11 Buchstaben und Ziffern, der mit einem Buchstaben beginnt.',
  'Begins with u; on the account page of the 46elks dashboard.': 'Beginnt mit u; auf der Kontoseite im Dashboard von 46elks.',
  'Beside the API username.': 'Neben dem API-Benutzernamen.',
  'Leave empty for 46elks itself.': 'Für 46elks selbst leer lassen.',
  'This is not the API username, which is u and 32 letters and digits: copy it from the 46elks dashboard.':
    'Das ist nicht der API-Benutzername, ein u und 32 Buchstaben und Ziffern: Kopieren Sie ihn aus dem Dashboard von 46elks.',
  'The API password has spaces or line breaks in it: copy it again.':
    'Im API-Passwort sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie es erneut.',
  'A currency is three letters, as in SEK, EUR or USD.': 'Eine Währung besteht aus drei Buchstaben, etwa SEK, EUR oder USD.',
  'Write the number with a plus, the country code and digits only, as in +46700000000.':
    'Schreiben Sie die Nummer mit Plus, Ländervorwahl und nur mit Ziffern, etwa +46700000000.',
  'A sender name at 46elks is 3 to 11 letters (a to z) and digits without spaces, and begins with a letter.':
    'Ein Absendername bei 46elks hat 3 bis 11 Buchstaben (a bis z) und Ziffern ohne Leerzeichen und beginnt mit einem Buchstaben.',
  'Guests cannot reply to a sender name, and some countries want it registered first: a number can be replied to.':
    'Einem Absendernamen können Gäste nicht antworten, und manche Länder verlangen, dass er vorher registriert wird: Einer Nummer kann man antworten.',
  'The number does not exist or cannot get SMS: the guest has to correct it.':
    'Die Nummer gibt es nicht, oder sie kann keine SMS erhalten: Der Gast muss sie berichtigen.',
  'From is not a number of this 46elks account, and no valid name: see Numbers in the 46elks dashboard.':
    '„Absender“ ist keine Nummer dieses Kontos bei 46elks und kein gültiger Name: Sehen Sie im Dashboard von 46elks unter Numbers nach.',
  'The 46elks account is out of credits: fill it up in the 46elks dashboard.':
    'Das Guthaben des Kontos bei 46elks ist aufgebraucht: Laden Sie es im Dashboard von 46elks auf.',
  'The text or the sender is too long for 46elks: shorten the template or the sender.':
    'Der Text oder der Absender ist zu lang für 46elks: Kürzen Sie den Nachrichtentext oder den Absender.',
  'A setting is missing: fill in From, the API username and the API password.':
    'Eine Angabe fehlt: Tragen Sie „Absender“, den API-Benutzernamen und das API-Passwort ein.',
  '46elks refuses the API username or API password: copy both again from the 46elks dashboard.':
    '46elks lehnt den API-Benutzernamen oder das API-Passwort ab: Kopieren Sie beide erneut aus dem Dashboard von 46elks.',
  '46elks refused the message ({0}). See the history in the 46elks dashboard.':
    '46elks hat die Nachricht abgelehnt ({0}). Sehen Sie im Verlauf im Dashboard von 46elks nach.',
  '46elks refused the message ({0}): {1}. See the history in the 46elks dashboard.':
    '46elks hat die Nachricht abgelehnt ({0}): {1}. Sehen Sie im Verlauf im Dashboard von 46elks nach.',
  'The credentials are right. The balance is {0}{1}.': 'Die Zugangsdaten stimmen. Das Guthaben beträgt {0}{1}.',
  '46elks refuses the API username or API password: copy both again.':
    '46elks lehnt den API-Benutzernamen oder das API-Passwort ab: Kopieren Sie beide erneut.',
  '46elks answered {0}: try again in a moment.': '46elks hat mit {0} geantwortet: Versuchen Sie es gleich noch einmal.',
  'The message did not reach the phone; 46elks gives no reason. The guest can ask for another code.':
    'Die Nachricht hat das Telefon nicht erreicht; 46elks nennt keinen Grund. Der Gast kann einen neuen Code anfordern.',
  'API password': 'API-Passwort',
  'Currency of the account': 'Währung des Kontos',
}
