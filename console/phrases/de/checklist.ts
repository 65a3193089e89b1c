import type { checklist as english } from '../en/checklist.ts'

export const checklist: typeof english = {
  administrator: {
    title: 'Ein Administrator',
    why: 'Ohne einen kann sich niemand an der Konsole anmelden.',
    action: 'Öffnen Sie den Link, den Gatehouse beim Start ausgibt, oder legen Sie unter Administratoren einen an.',
  },
  second_factor: {
    title: 'Ein zweiter Faktor für Ihre eigene Anmeldung',
    why: 'Ein bekannt gewordenes Passwort würde die Konsole und alles darin öffnen.',
    action: 'Fügen Sie Ihrem eigenen Konto eine Authenticator-App oder einen Passkey hinzu.',
  },
  operator: {
    title: 'Wer das betreibt, und wo',
    why: 'Neue Portale übernehmen daraus ihr Land, und die Statistik zählt die Tage Ihrer Zeitzone.',
    action: 'Tragen Sie unter Einstellungen Ihren Namen und Ihr Land ein.',
  },
  portal: {
    title: 'Ein Splash-Portal, das einen Nutzungsplan anbietet',
    why: 'Auf dieser Seite registrieren sich die Gäste.',
    action: 'Legen Sie ein Splash-Portal an und ordnen Sie ihm mindestens einen Nutzungsplan zu, der angeboten werden kann.',
  },
  public_url_is_localhost: {
    title: 'Eine Adresse, die andere erreichen',
    why: 'Die öffentliche URL gilt nur auf diesem Rechner: Links in Nachrichten führen ins Leere, und kein Anbieter kann eine Zustellung melden.',
    action:
      'Setzen Sie GATEHOUSE_PUBLIC_URL, oder public_url unter Einstellungen, auf eine Adresse, die Gäste erreichen, und starten Sie Gatehouse neu.',
  },
  public_url_https: {
    title: 'Eine verschlüsselte Adresse',
    why: 'Ohne https sind Passwörter und Codes unterwegs lesbar, und Telefone füllen Codes nicht von selbst aus.',
    action: 'Setzen Sie einen Reverse-Proxy mit Zertifikat davor und tragen Sie als öffentliche URL dessen https-Adresse ein.',
  },
  sms_gateway: {
    title: 'Ein SMS-Gateway, das Telefone erreicht',
    why: 'Zurzeit sendet nur der Simulator SMS: Sie erreichen kein Telefon.',
    action: 'Legen Sie unter SMS-Gateways ein Gateway Ihres Anbieters an und aktivieren Sie es.',
  },
  sms_gateway_tested: {
    title: 'Eine SMS, die durch jedes Gateway gelangt ist',
    why: 'Falsche Zugangsdaten oder ein falscher Absender zeigen sich erst, wenn etwas gesendet wird.',
    action: 'Senden Sie durch jedes Gateway eine Testnachricht an Ihr eigenes Telefon.',
  },
  test_credentials: {
    title: 'Echte Zugangsdaten statt Test-Zugangsdaten',
    why: 'Mit Test-Zugangsdaten tut der Anbieter nur so, als ob er sende: Nichts erreicht ein Telefon.',
    action: 'Tragen Sie die echten Zugangsdaten und Ihren eigenen Absender ein.',
  },
  trial_account: {
    title: 'Ein volles Konto statt eines Probekontos',
    why: 'Ein Probekonto sendet nur an wenige Nummern, die beim Anbieter bestätigt wurden, und an keinen Gast.',
    action: 'Stellen Sie das Konto beim Anbieter um.',
  },
  mail_server: {
    title: 'Ein Mailserver, der Postfächer erreicht',
    why: 'Zurzeit sendet nur der Simulator E-Mails: Codes per E-Mail erreichen niemanden.',
    action: 'Legen Sie unter Mailserver Ihren Mailserver an und aktivieren Sie ihn.',
  },
  mail_server_tested: {
    title: 'Eine E-Mail, die durch jeden Mailserver gelangt ist',
    why: 'Ein falsches Passwort oder ein falscher Absender zeigt sich erst, wenn etwas gesendet wird.',
    action: 'Senden Sie durch jeden Mailserver eine Testmail an sich selbst.',
  },
  plan_not_offered: {
    title: 'Jeder Nutzungsplan auf einem Portal',
    why: 'Einen Nutzungsplan, den kein Splash-Portal anbietet, kann niemand wählen.',
    action: 'Ordnen Sie den Nutzungsplan einem Splash-Portal zu, oder löschen Sie ihn.',
  },
  plan_cannot_be_validated: {
    title: 'Nutzungspläne, deren Bestätigung möglich ist',
    why: 'Der Nutzungsplan verlangt eine Bestätigung, die nichts senden kann: Portale bieten ihn nicht an, oder nur einen seiner zwei Wege.',
    action: 'Ordnen Sie dem Nutzungsplan ein aktiviertes SMS-Gateway zu, oder aktivieren Sie einen Mailserver.',
  },
  portal_cannot_reset: {
    title: 'Portale, deren Passwörter zurückgesetzt werden können',
    why: 'Das Portal verspricht das Zurücksetzen auf einem Weg, auf dem nichts senden kann.',
    action:
      'Ordnen Sie dem Portal ein aktiviertes SMS-Gateway zu, aktivieren Sie einen Mailserver, oder wählen Sie einen anderen Weg.',
  },
  spend_cap: {
    title: 'Eine Grenze für die Kosten der SMS',
    why: 'Jemand könnte dieses System an Nummern senden lassen, an denen er verdient. Eine Grenze beschränkt, was das kosten kann.',
    action:
      'Setzen Sie für jedes Gateway oder für alle zusammen eine Grenze je Tag oder Monat, und tragen Sie Preise ein, damit sie zählt.',
  },
}
