import type { Catalogue } from '../../../../server-catalogue.ts'

export const africastalking: Catalogue = {
  'The number is not in use or cannot get SMS: the guest has to correct it.':
    'Die Nummer ist nicht in Gebrauch oder kann keine SMS erhalten: Der Gast muss sie berichtigen.',
  'The number is switched off or suspended by its network: the guest needs another number, or email.':
    'Die Nummer ist von ihrem Netz abgeschaltet oder gesperrt: Der Gast braucht eine andere Nummer, oder E-Mail.',
  'The guest has blocked messages from this sender: only the guest can lift it, at the mobile network.':
    'Der Gast hat Nachrichten dieses Absenders gesperrt: Nur er selbst kann das aufheben, bei seinem Mobilfunkanbieter.',
  'Nigeria lets promotional senders send by day only: register a transactional sender with Africa’s Talking for codes.':
    'Nigeria lässt Absender für Werbung nur tagsüber senden: Registrieren Sie bei Africa’s Talking für Codes einen transaktionalen Absender.',
  'Africa’s Talking holds the message for a risk check: ask its support to release your account’s traffic.':
    'Africa’s Talking hält die Nachricht für eine Risikoprüfung zurück: Bitten Sie den Support, den Verkehr Ihres Kontos freizugeben.',
  'From is not a sender of this Africa’s Talking account: register it there, or leave From empty.':
    '„Absender“ ist kein Absender dieses Kontos bei Africa’s Talking: Registrieren Sie ihn dort, oder lassen Sie „Absender“ leer.',
  'The Africa’s Talking account is out of credit: fill it up in its dashboard.':
    'Das Guthaben des Kontos bei Africa’s Talking ist aufgebraucht: Laden Sie es im Dashboard auf.',
  'Africa’s Talking has no route to this number: add a gateway that serves the country.':
    'Africa’s Talking hat keinen Weg zu dieser Nummer: Fügen Sie ein Gateway hinzu, das das Land bedient.',
  'The mobile network rejected the message: check that the sender is registered in that country.':
    'Das Mobilfunknetz hat die Nachricht abgelehnt: Prüfen Sie, ob der Absender in diesem Land registriert ist.',
  'The number has moved to another network, which Africa’s Talking did not know: use another gateway for it.':
    'Die Nummer ist in ein anderes Netz umgezogen, was Africa’s Talking nicht wusste: Verwenden Sie dafür ein anderes Gateway.',
  'The phone was off or out of reach until the network gave up: the guest can ask for another code.':
    'Das Telefon war aus oder nicht erreichbar, bis das Netz aufgab: Der Gast kann einen neuen Code anfordern.',
  'The sender is a premium one, which the guest pays for: use an ordinary sender for codes.':
    'Der Absender ist ein Premium-Absender, den der Gast bezahlt: Verwenden Sie für Codes einen gewöhnlichen Absender.',
  'The sender is one for premium services on demand: use an ordinary sender for codes.':
    'Der Absender ist für Premium-Dienste auf Abruf: Verwenden Sie für Codes einen gewöhnlichen Absender.',
  'The sender is one for premium subscriptions: use an ordinary sender for codes.':
    'Der Absender ist für Premium-Abonnements: Verwenden Sie für Codes einen gewöhnlichen Absender.',
  'As it is registered in your account. Empty: the shared sender AFRICASTKNG, where the network takes it.':
    'Wie er in Ihrem Konto registriert ist. Leer: der gemeinsame Absender AFRICASTKNG, wo das Netz ihn annimmt.',
  'The username of the app in the dashboard; sandbox for the sandbox.':
    'Der Benutzername der App im Dashboard; sandbox für die Sandbox.',
  'In the dashboard under Settings, API Key. The sandbox has a key of its own.':
    'Im Dashboard unter Settings, API Key. Die Sandbox hat einen eigenen Schlüssel.',
  'Leave empty for Africa’s Talking itself.': 'Für Africa’s Talking selbst leer lassen.',
  'A sender ID has up to 11 letters and digits; a short code or number has digits only.':
    'Eine Absenderkennung hat bis zu 11 Buchstaben und Ziffern; eine Kurzwahlnummer oder Nummer besteht nur aus Ziffern.',
  'This is not a username of an app: it is shown in the dashboard beside the app’s name, without spaces and @.':
    'Das ist kein Benutzername einer App: Er steht im Dashboard neben dem Namen der App, ohne Leerzeichen und @.',
  'Only the address goes here, without /version1: leave it empty for Africa’s Talking itself.':
    'Hierhin gehört nur die Adresse, ohne /version1: Für Africa’s Talking selbst leer lassen.',
  'The sandbox knows only the username sandbox: put that in, or leave the base URL empty.':
    'Die Sandbox kennt nur den Benutzernamen sandbox: Tragen Sie ihn ein, oder lassen Sie die Basis-URL leer.',
  'The username sandbox goes with the sandbox: leave the base URL empty.':
    'Der Benutzername sandbox gehört zur Sandbox: Lassen Sie die Basis-URL leer.',
  'This is the sandbox: messages appear in Africa’s Talking’s own simulator and on no phone.':
    'Das ist die Sandbox: Nachrichten erscheinen im Simulator von Africa’s Talking und auf keinem Telefon.',
  'Without a sender of your own, many networks drop or delay messages: register a sender ID with Africa’s Talking.':
    'Ohne eigenen Absender verwerfen oder verzögern viele Netze die Nachrichten: Registrieren Sie bei Africa’s Talking eine Absenderkennung.',
  'Africa’s Talking refuses the username or API key: copy both again; the sandbox has a key of its own.':
    'Africa’s Talking lehnt den Benutzernamen oder API-Schlüssel ab: Kopieren Sie beide erneut; die Sandbox hat einen eigenen Schlüssel.',
  'Africa’s Talking refused the message (http_{0}).': 'Africa’s Talking hat die Nachricht abgelehnt (http_{0}).',
  'Africa’s Talking refused the message (http_{0}): {1}.': 'Africa’s Talking hat die Nachricht abgelehnt (http_{0}): {1}.',
  'Africa’s Talking refused the message ({0}).': 'Africa’s Talking hat die Nachricht abgelehnt ({0}).',
  'The username and API key are right.': 'Benutzername und API-Schlüssel stimmen.',
  'The username and API key are right. The balance is {0}.': 'Benutzername und API-Schlüssel stimmen. Das Guthaben beträgt {0}.',
  'Africa’s Talking refuses the username or API key: copy both again.':
    'Africa’s Talking lehnt den Benutzernamen oder API-Schlüssel ab: Kopieren Sie beide erneut.',
  'Africa’s Talking answered {0}: try again in a moment.':
    'Africa’s Talking hat mit {0} geantwortet: Versuchen Sie es gleich noch einmal.',
  'The message did not reach the phone and the network gives no reason: the guest can ask for another code.':
    'Die Nachricht hat das Telefon nicht erreicht, und das Netz nennt keinen Grund: Der Gast kann einen neuen Code anfordern.',
  'Sender ID or short code': 'Absenderkennung oder Kurzwahlnummer',
}
