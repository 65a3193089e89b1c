# An SMSC made of Net::SMPP: an independent reader and writer of SMPP 3.4, and Perl's own reader of GSM-7.
# Usage: perl -I FOLDER smsc.pl SYSTEM_ID PASSWORD same|decimal_receipts
# It prints a line of JSON for its port and for each thing that happens, and serves one connection after the other.
use strict;
use warnings;
use Encode qw(decode);
use JSON::PP;
use Net::SMPP;

my ($system_id, $password, $ids) = @ARGV;
my $last_id = 0x1a00;
$| = 1;

sub tell_test { print JSON::PP->new->canonical->ascii->encode({@_}), "\n" }

my $listener = Net::SMPP->new_listen('127.0.0.1', port => 0, smpp_version => 0x34, interface_version => 0x34)
    or die "cannot listen: $!";
tell_test(event => 'listening', port => $listener->sockport);

while (my $peer = $listener->accept) {
    $peer->set_version(0x34);
    while (my $pdu = $peer->read_pdu) {
        my ($cmd, $seq) = ($pdu->{cmd}, $pdu->{seq});
        if ($cmd == 0x09) { bind_peer($peer, $pdu) }
        elsif ($cmd == 0x04) { take_text($peer, $pdu) }
        elsif ($cmd == 0x15) { $peer->enquire_link_resp(seq => $seq); tell_test(event => 'enquire_link') }
        elsif ($cmd == 0x06) { $peer->unbind_resp(seq => $seq); tell_test(event => 'unbind') }
        elsif ($cmd == 0x80000005) { tell_test(event => 'deliver_sm_resp', status => $pdu->{status}) }
        else { tell_test(event => 'unexpected', cmd => $cmd, status => $pdu->{status}) }
    }
    tell_test(event => 'closed');
}

sub bind_peer {
    my ($peer, $pdu) = @_;
    my $status = $pdu->{system_id} ne $system_id ? 0x0f : $pdu->{password} ne $password ? 0x0e : 0;
    $peer->bind_transceiver_resp(system_id => 'PERL', seq => $pdu->{seq}, status => $status);
    tell_test(event => 'bind', status => $status, system_type => $pdu->{system_type}, version => $pdu->{interface_version});
}

sub take_text {
    my ($peer, $pdu) = @_;
    my $id = ++$last_id;
    my $whole = length $pdu->{short_message} ? $pdu->{short_message} : $pdu->{message_payload};
    my ($header, $octets) = ('', $whole);
    ($header, $octets) = unpack('C/a a*', $whole) if $pdu->{esm_class} & 0x40;
    my %alphabet = (0 => 'gsm0338', 3 => 'iso-8859-1', 8 => 'UTF-16BE');
    my %addresses = map { $_ => $pdu->{$_} }
        qw(source_addr_ton source_addr_npi source_addr dest_addr_ton dest_addr_npi destination_addr);
    tell_test(
        event => 'submit', %addresses, esm_class => $pdu->{esm_class}, data_coding => $pdu->{data_coding},
        validity_period => $pdu->{validity_period}, registered_delivery => $pdu->{registered_delivery},
        header => unpack('H*', $header), length => length $whole,
        text => decode($alphabet{$pdu->{data_coding}}, $octets),
    );
    my $answer = $ids eq 'decimal_receipts' ? sprintf('%X', $id) : sprintf('%010d', $id);
    $peer->submit_sm_resp(message_id => $answer, seq => $pdu->{seq});
    return unless $pdu->{registered_delivery} & 1;
    my $text = sprintf 'id:%010d sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:DELIVRD err:000 text:hello', $id;
    $peer->deliver_sm(
        async => 1, esm_class => 0x04, source_addr_ton => 1, source_addr_npi => 1, source_addr => $pdu->{destination_addr},
        destination_addr => $pdu->{source_addr}, short_message => $text,
    );
    return unless $pdu->{validity_period} eq '000000000059000R';
    # The test's sign that the phone answers.
    $peer->deliver_sm(
        async => 1, source_addr_ton => 1, source_addr_npi => 1, source_addr => $pdu->{destination_addr},
        dest_addr_ton => 1, dest_addr_npi => 1, destination_addr => $pdu->{source_addr},
        data_coding => 8, short_message => "\x00S\x00T\x00O\x00P\x20\xac",
    );
}
