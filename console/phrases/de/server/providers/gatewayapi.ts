import type { Catalogue } from '../../../../server-catalogue.ts'

export const gatewayapi: Catalogue = {
  'GatewayAPI refuses the API token: copy it again from the dashboard, from the platform (.com or .eu) it was made on.':
    'GatewayAPI lehnt das API-Token ab: Kopieren Sie es erneut aus dem Dashboard, von der Plattform (.com oder .eu), auf der es erstellt wurde.',
  'The GatewayAPI account may not do this: open its dashboard and see what it asks for, or ask its support.':
    'Das Konto bei GatewayAPI darf das nicht: Sehen Sie in seinem Dashboard nach, was verlangt wird, oder fragen Sie den Support.',
  'The GatewayAPI account may not send to this country or network: ask GatewayAPI to open it.':
    'Das Konto bei GatewayAPI darf nicht in dieses Land oder Netz senden: Bitten Sie GatewayAPI, es freizuschalten.',
  'The number is not in use: the guest has to correct it.': 'Die Nummer ist nicht in Gebrauch: Der Gast muss sie berichtigen.',
  'The phone or its contract cannot get SMS: the guest needs another number, or email.':
    'Das Telefon oder sein Vertrag kann keine SMS erhalten: Der Gast braucht eine andere Nummer, oder E-Mail.',
  'The phone has no room for another SMS: the guest deletes some and asks for another code.':
    'Das Telefon hat keinen Platz für eine weitere SMS: Der Gast löscht welche und fordert einen neuen Code an.',
  'The mobile network had a failure of its own: the guest can ask for another code.':
    'Das Mobilfunknetz hatte selbst eine Störung: Der Gast kann einen neuen Code anfordern.',
  'The mobile network blocks this message or its sender: ask GatewayAPI which senders it takes in this country.':
    'Das Mobilfunknetz sperrt diese Nachricht oder ihren Absender: Fragen Sie GatewayAPI, welche Absender es in diesem Land annimmt.',
  'The mobile network refuses the sender: put another one into From.':
    'Das Mobilfunknetz lehnt den Absender ab: Tragen Sie unter „Absender“ einen anderen ein.',
  'GatewayAPI or the network filters the text: reword the template and leave out links.':
    'GatewayAPI oder das Netz filtert den Text: Formulieren Sie den Nachrichtentext um, und lassen Sie Links weg.',
  'The number is not valid: the guest has to correct it.': 'Die Nummer ist nicht gültig: Der Gast muss sie berichtigen.',
  'The mobile network did not understand the message: ask GatewayAPI, with the message’s id.':
    'Das Mobilfunknetz hat die Nachricht nicht verstanden: Fragen Sie GatewayAPI, mit der ID der Nachricht.',
  'GatewayAPI does not allow this server’s IP address: add it to the API key’s list, or empty that list.':
    'GatewayAPI erlaubt die IP-Adresse dieses Servers nicht: Fügen Sie sie der Liste des API-Schlüssels hinzu, oder leeren Sie die Liste.',
  'GatewayAPI holds messages to this number back for a while, since it got the same one too often.':
    'GatewayAPI hält Nachrichten an diese Nummer eine Weile zurück, da zu oft dieselbe kam.',
  'The number is on the GatewayAPI account’s blacklist: take it off in the dashboard.':
    'Die Nummer steht auf der Sperrliste des Kontos bei GatewayAPI: Nehmen Sie sie im Dashboard herunter.',
  'The GatewayAPI account is out of credit: fill it up, or switch automatic top-up on.':
    'Das Guthaben des Kontos bei GatewayAPI ist aufgebraucht: Laden Sie es auf, oder schalten Sie das automatische Aufladen ein.',
  'The GatewayAPI account does not have this message class: choose standard, or ask GatewayAPI for it.':
    'Das Konto bei GatewayAPI hat diese Nachrichtenklasse nicht: Wählen Sie standard, oder bitten Sie GatewayAPI darum.',
  'GatewayAPI is short of resources: it takes messages again in a moment.':
    'GatewayAPI ist ausgelastet: Nachrichten werden gleich wieder angenommen.',
  'A name of up to 11 letters and digits, or a number of up to 15 digits.':
    'Ein Name mit bis zu 11 Buchstaben und Ziffern, oder eine Nummer mit bis zu 15 Ziffern.',
  'In the GatewayAPI dashboard under API, API keys.': 'Im Dashboard von GatewayAPI unter API, API keys.',
  'Leave empty for gatewayapi.com. For an account on the EU platform: https://gatewayapi.eu.':
    'Für gatewayapi.com leer lassen. Für ein Konto auf der EU-Plattform: https://gatewayapi.eu.',
  'Signs the receipts: set the same token at the webhook in the dashboard, and make that webhook the default one.':
    'Signiert die Zustellberichte: Setzen Sie im Dashboard beim Webhook dasselbe Token, und machen Sie diesen Webhook zum Standard.',
  'A sender at GatewayAPI is a name of up to 11 letters and digits, or a number of up to 15 digits.':
    'Ein Absender bei GatewayAPI ist ein Name mit bis zu 11 Buchstaben und Ziffern, oder eine Nummer mit bis zu 15 Ziffern.',
  'An API token has no spaces and no colon: copy the token alone, not a key and secret.':
    'Ein API-Token hat keine Leerzeichen und keinen Doppelpunkt: Kopieren Sie nur das Token, nicht Key und Secret.',
  'This is the address of another API of GatewayAPI’s: put in https://gatewayapi.com or https://gatewayapi.eu.':
    'Das ist die Adresse einer anderen API von GatewayAPI: Tragen Sie https://gatewayapi.com oder https://gatewayapi.eu ein.',
  'Only the address goes here, without /rest: https://gatewayapi.com or https://gatewayapi.eu.':
    'Hierhin gehört nur die Adresse, ohne /rest: https://gatewayapi.com oder https://gatewayapi.eu.',
  'Receipts come only if the gateway’s callback address is the default webhook for status notifications, with the same token.':
    'Zustellberichte kommen nur, wenn die Callback-Adresse des Gateways der Standard-Webhook für Statusmeldungen ist, mit demselben Token.',
  'GatewayAPI refuses the API token: copy it again from the dashboard.':
    'GatewayAPI lehnt das API-Token ab: Kopieren Sie es erneut aus dem Dashboard.',
  'GatewayAPI refused the message ({0}). See https://gatewayapi.com/docs/errors.':
    'GatewayAPI hat die Nachricht abgelehnt ({0}). Siehe https://gatewayapi.com/docs/errors.',
  'GatewayAPI refused the message ({0}): {1}. See https://gatewayapi.com/docs/errors.':
    'GatewayAPI hat die Nachricht abgelehnt ({0}): {1}. Siehe https://gatewayapi.com/docs/errors.',
  'The API token is right. The credit is {0}{1}.': 'Das API-Token stimmt. Das Guthaben beträgt {0}{1}.',
  'GatewayAPI answered {0}: try again in a moment.': 'GatewayAPI hat mit {0} geantwortet: Versuchen Sie es gleich noch einmal.',
  'The phone was off or out of reach until the code had expired: the guest can ask for another one.':
    'Das Telefon war aus oder nicht erreichbar, bis der Code abgelaufen war: Der Gast kann einen neuen anfordern.',
  'The message was cancelled at GatewayAPI.': 'Die Nachricht wurde bei GatewayAPI storniert.',
  'The message cannot be delivered, most likely since the number is not in use: the guest has to check it.':
    'Die Nachricht lässt sich nicht zustellen, wahrscheinlich weil die Nummer nicht in Gebrauch ist: Der Gast muss sie prüfen.',
  'The mobile network rejected the message: ask GatewayAPI which senders and texts it takes in this country.':
    'Das Mobilfunknetz hat die Nachricht abgelehnt: Fragen Sie GatewayAPI, welche Absender und Texte es in diesem Land annimmt.',
  'The mobile network took the message and left it out by a rule of its own: ask GatewayAPI.':
    'Das Mobilfunknetz hat die Nachricht angenommen und nach einer eigenen Regel ausgelassen: Fragen Sie GatewayAPI.',
  'Webhook authentication token': 'Token zur Webhook-Authentifizierung',
  'Message class': 'Nachrichtenklasse',
  'premium is faster and dearer, secret keeps the text out of GatewayAPI’s logs; both have to be in your account.':
    'premium ist schneller und teurer, secret hält den Text aus den Protokollen von GatewayAPI; beide müssen in Ihrem Konto enthalten sein.',
  standard: 'standard',
  premium: 'premium',
  secret: 'secret',
}
