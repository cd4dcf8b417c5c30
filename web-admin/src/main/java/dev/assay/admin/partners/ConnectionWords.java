package dev.assay.admin.partners;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.boards.Board;
import dev.assay.hiring.boards.BoardConnection;
import dev.assay.hiring.postings.PostingAddresses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Boards that push applications in words. */
@Component
class ConnectionWords {

    private final Words words;
    private final Moments moments;
    private final PostingAddresses addresses;

    ConnectionWords(Words words, Moments moments, PostingAddresses addresses) {
        this.words = words;
        this.moments = moments;
        this.addresses = addresses;
    }

    ConnectionRow row(BoardConnection connection) {
        return new ConnectionRow(
                connection.board().wireName(),
                label(connection.board()),
                addresses.of("/v1/inbound/" + connection.address()).toString(),
                connection.enabled()
                        ? Badge.verified(words.say("board.state.taken"))
                        : Badge.none(words.say("board.state.refused")),
                connection.enabled(),
                connection.version().value(),
                connection.formerSecretUntil().map(moments::of).orElse(null));
    }

    /** The boards that push nothing yet, by their names on the wire. */
    Map<String, String> others(List<BoardConnection> connected) {
        Map<String, String> others = new TreeMap<>();
        Arrays.stream(Board.values())
                .filter(board -> connected.stream().noneMatch(one -> one.board() == board))
                .forEach(board -> others.put(board.wireName(), label(board)));
        return others;
    }

    private String label(Board board) {
        return words.say("board." + board.wireName());
    }
}
