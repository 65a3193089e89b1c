import type { Catalogue } from '../../../../server-catalogue.ts'

export const aws: Catalogue = {
  'AWS refuses the Access Key ID or the Secret Access Key: copy both again, and check that the key is active.':
    'AWS lehnt die Access Key ID oder den Secret Access Key ab: Kopieren Sie beide erneut, und prüfen Sie, ob der Schlüssel aktiv ist.',
  'AWS refuses the signature: copy the Secret Access Key again, and check the clock of this server.':
    'AWS lehnt die Signatur ab: Kopieren Sie den Secret Access Key erneut, und prüfen Sie die Uhr dieses Servers.',
  'The access key may not send SMS: allow its user sms-voice:SendTextMessage in AWS IAM.':
    'Der Zugriffsschlüssel darf keine SMS senden: Erlauben Sie seinem Benutzer in AWS IAM sms-voice:SendTextMessage.',
  'The origination identity is not in this account and region, or not active: check the number, the pool or the region.':
    'Die Absenderidentität ist nicht in diesem Konto und dieser Region, oder nicht aktiv: Prüfen Sie die Nummer, den Pool oder die Region.',
  'AWS does not find the origination identity or the configuration set in this region: check both, and the region.':
    'AWS findet die Absenderidentität oder den Konfigurationssatz in dieser Region nicht: Prüfen Sie beide, und die Region.',
  'The destination country does not take this sender ID, or wants it registered first: register it, or send from a number.':
    'Das Zielland nimmt diese Absenderkennung nicht an oder verlangt, dass sie vorher registriert wird: Registrieren Sie sie, oder senden Sie von einer Nummer.',
  'No number of the account can send to this country: request one in the AWS console, or add it to the pool.':
    'Keine Nummer des Kontos kann in dieses Land senden: Beantragen Sie eine in der AWS-Konsole, oder fügen Sie sie dem Pool hinzu.',
  'The monthly SMS spend limit of the AWS account is reached: raise it in the console of AWS End User Messaging.':
    'Die monatliche SMS-Ausgabengrenze des AWS-Kontos ist erreicht: Erhöhen Sie sie in der Konsole von AWS End User Messaging.',
  'A protect configuration of the AWS account blocks this country: allow it in the AWS console.':
    'Eine Schutzkonfiguration des AWS-Kontos sperrt dieses Land: Erlauben Sie es in der AWS-Konsole.',
  'More is sent than AWS allows this account or number at once; the messages are repeated.':
    'Es wird mehr gesendet, als AWS diesem Konto oder dieser Nummer auf einmal erlaubt; die Nachrichten werden wiederholt.',
  'AWS refuses the text of the message: shorten or reword the template.':
    'AWS lehnt den Text der Nachricht ab: Kürzen Sie den Nachrichtentext, oder formulieren Sie ihn um.',
  'The AWS credentials have expired: use an access key of an IAM user, which does not.':
    'Die AWS-Zugangsdaten sind abgelaufen: Verwenden Sie einen Zugriffsschlüssel eines IAM-Benutzers, der nicht abläuft.',
  'AWS End User Messaging is not enabled for this account: see the AWS console.':
    'AWS End User Messaging ist für dieses Konto nicht aktiviert: Sehen Sie in der AWS-Konsole nach.',
  'AWS has disabled SMS for this account: ask AWS Support.': 'AWS hat SMS für dieses Konto abgeschaltet: Fragen Sie AWS Support.',
  'AWS holds this account’s SMS for its reputation: ask AWS Support.':
    'AWS hält die SMS dieses Kontos wegen seines Rufs zurück: Fragen Sie AWS Support.',
  'AWS does not know the request: if a base URL is set, check what it points to.':
    'AWS kennt die Anfrage nicht: Wenn eine Basis-URL gesetzt ist, prüfen Sie, wohin sie führt.',
  'The number is set up for promotional messages: codes need one for transactional messages.':
    'Die Nummer ist für Werbenachrichten eingerichtet: Codes brauchen eine für transaktionale Nachrichten.',
  'The registration of this sender is not complete: see the AWS console.':
    'Die Registrierung dieses Absenders ist nicht abgeschlossen: Sehen Sie in der AWS-Konsole nach.',
  'The AWS account is in the SMS sandbox and sends only to verified numbers: request production access in the AWS console.':
    'Das AWS-Konto ist in der SMS-Sandbox und sendet nur an verifizierte Nummern: Beantragen Sie in der AWS-Konsole den Produktionszugang.',
  'The message costs more than AWS may spend on one.': 'Die Nachricht kostet mehr, als AWS für eine ausgeben darf.',
  'AWS lets no more messages to this number through today.': 'AWS lässt heute keine weiteren Nachrichten an diese Nummer durch.',
  'The carrier could not be reached: the guest can ask for the code again.':
    'Der Mobilfunkanbieter war nicht zu erreichen: Der Gast kann den Code erneut anfordern.',
  'The phone blocks SMS, from this sender or from all: the guest needs another number, or email.':
    'Das Telefon blockiert SMS, von diesem Absender oder von allen: Der Gast braucht eine andere Nummer, oder E-Mail.',
  'The carrier blocks this sender: check its registration in the AWS console, then the wording.':
    'Der Mobilfunkanbieter sperrt diesen Absender: Prüfen Sie seine Registrierung in der AWS-Konsole, dann den Wortlaut.',
  'The carrier took the message for unwanted: check the sender’s registration and the wording.':
    'Der Mobilfunkanbieter hielt die Nachricht für unerwünscht: Prüfen Sie die Registrierung des Absenders und den Wortlaut.',
  'The message waited at AWS until the code had expired. More is sent than AWS allows this account or number at once; the messages are repeated.':
    'Die Nachricht wartete bei AWS, bis der Code abgelaufen war. Es wird mehr gesendet, als AWS diesem Konto oder dieser Nummer auf einmal erlaubt; die Nachrichten werden wiederholt.',
  'Where the number and the configuration set are, as in eu-west-1.':
    'Wo die Nummer und der Konfigurationssatz sind, etwa eu-west-1.',
  'Its name. Receipts come only with one whose event destination is an Amazon SNS topic that calls this gateway’s callback address.':
    'Sein Name. Zustellberichte kommen nur mit einem, dessen Ereignisziel ein Amazon-SNS-Thema ist, das die Callback-Adresse dieses Gateways aufruft.',
  'A phone number of the account (+15551234567), a sender ID, a pool (pool-…), or the ARN of one of them.':
    'Eine Telefonnummer des Kontos (+15551234567), eine Absenderkennung, ein Pool (pool-…) oder die ARN davon.',
  'Of an IAM user that may do sms-voice:SendTextMessage and sms-voice:DescribeAccountAttributes, and nothing else.':
    'Von einem IAM-Benutzer, der sms-voice:SendTextMessage und sms-voice:DescribeAccountAttributes darf und sonst nichts.',
  'Shown once, when the access key is made.': 'Wird nur einmal gezeigt, wenn der Zugriffsschlüssel erstellt wird.',
  'Leave empty for AWS itself; for a VPC endpoint: its address.':
    'Für AWS selbst leer lassen; für einen VPC-Endpunkt: dessen Adresse.',
  'The Secret Access Key has spaces or line breaks in it: copy it again.':
    'Im Secret Access Key sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie ihn erneut.',
  'This is an Access Key ID: put it into its own field, and the Secret Access Key here.':
    'Das ist eine Access Key ID: Tragen Sie sie in ihr eigenes Feld ein, und hier den Secret Access Key.',
  'A region is written as in eu-west-1 or us-east-1: it is in the top right corner of the AWS console.':
    'Eine Region schreibt sich wie eu-west-1 oder us-east-1: Sie steht oben rechts in der AWS-Konsole.',
  'The name of a configuration set has letters, digits, - and _ only, or is an ARN.':
    'Der Name eines Konfigurationssatzes besteht nur aus Buchstaben, Ziffern, - und _, oder ist eine ARN.',
  'The ARN of a number, pool or sender ID begins with arn:aws:sms-voice:.':
    'Die ARN einer Nummer, eines Pools oder einer Absenderkennung beginnt mit arn:aws:sms-voice:.',
  'Write the number with a plus, the country code and digits only, as in +15551234567.':
    'Schreiben Sie die Nummer mit Plus, Ländervorwahl und nur mit Ziffern, etwa +15551234567.',
  'A sender ID has at most 11 characters: letters, digits and - _, and at least one letter.':
    'Eine Absenderkennung hat höchstens 11 Zeichen: Buchstaben, Ziffern und - _, und mindestens einen Buchstaben.',
  'This is a temporary key (ASIA…), which expires: make an access key for an IAM user (AKIA…).':
    'Das ist ein vorübergehender Schlüssel (ASIA…), der abläuft: Erstellen Sie einen Zugriffsschlüssel für einen IAM-Benutzer (AKIA…).',
  'This is the number of the AWS account: put in the Access Key ID of an IAM user (AKIA…).':
    'Das ist die Nummer des AWS-Kontos: Tragen Sie die Access Key ID eines IAM-Benutzers ein (AKIA…).',
  'This is an ARN: put in the Access Key ID of an IAM user (AKIA…).':
    'Das ist eine ARN: Tragen Sie die Access Key ID eines IAM-Benutzers ein (AKIA…).',
  'An Access Key ID has letters and digits only: copy it again.':
    'Eine Access Key ID besteht nur aus Buchstaben und Ziffern: Kopieren Sie sie erneut.',
  'Without a configuration set no receipts come: messages stay at accepted. Codes work all the same.':
    'Ohne Konfigurationssatz kommen keine Zustellberichte: Nachrichten bleiben auf „angenommen“. Codes funktionieren trotzdem.',
  'AWS refused the request ({0}).': 'AWS hat die Anfrage abgelehnt ({0}).',
  'AWS refused the request ({0}): {1}': 'AWS hat die Anfrage abgelehnt ({0}): {1}',
  'The credentials are right. The account is in the SMS sandbox: it sends only to numbers verified in the AWS console.':
    'Die Zugangsdaten stimmen. Das Konto ist in der SMS-Sandbox: Es sendet nur an Nummern, die in der AWS-Konsole verifiziert sind.',
  'The credentials are right and the account may send to every number.':
    'Die Zugangsdaten stimmen, und das Konto darf an jede Nummer senden.',
  'AWS knows the key, but it may not ask about the account (sms-voice:DescribeAccountAttributes): send a test message.':
    'AWS kennt den Schlüssel, aber er darf nicht nach dem Konto fragen (sms-voice:DescribeAccountAttributes): Senden Sie eine Testnachricht.',
  'Origination identity': 'Absenderidentität (Origination identity)',
  'Access Key ID': 'Access Key ID',
  'Secret Access Key': 'Secret Access Key',
  'Endpoint URL': 'Endpunkt-URL',
  'AWS Region': 'AWS-Region',
  'Configuration set': 'Konfigurationssatz (Configuration set)',
}
