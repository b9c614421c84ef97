using System.Collections.Immutable;

namespace Outreach.Content.Storage;

/// <summary>
/// The tables of conversations. In clear stand a channel, keyed hashes, counts and times; everything else is sealed.
/// Fat rows (state, replies) lie in tables ordered by number: they are appended or changed in place, and short indexes find them.
/// </summary>
internal static class ConversationSchema
{
    public const string Component = "conversations";

    public static ImmutableArray<Migration> Migrations { get; } =
    [
        new(Component, 1, """
            CREATE TABLE key_check(one INTEGER PRIMARY KEY CHECK(one = 1), mac BLOB NOT NULL) STRICT;
            CREATE TABLE conversation(
                no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, channel TEXT NOT NULL, version INTEGER NOT NULL, key_since INTEGER NOT NULL,
                pending INTEGER NOT NULL, updated_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, state BLOB NOT NULL) STRICT;
            CREATE TABLE conversation_key(
                conversation INTEGER PRIMARY KEY REFERENCES conversation(no) ON DELETE CASCADE, kid INTEGER NOT NULL, wrapped BLOB NOT NULL) STRICT;
            CREATE TABLE address(
                channel TEXT NOT NULL, hash TEXT NOT NULL, conversation INTEGER NOT NULL REFERENCES conversation(no) ON DELETE CASCADE,
                PRIMARY KEY(channel, hash)) STRICT, WITHOUT ROWID;
            CREATE INDEX address_of ON address(conversation);
            CREATE TABLE said(
                no INTEGER PRIMARY KEY, conversation INTEGER NOT NULL REFERENCES conversation(no) ON DELETE CASCADE, input BLOB NOT NULL,
                version INTEGER NOT NULL, at INTEGER NOT NULL, replies BLOB NOT NULL) STRICT;
            CREATE UNIQUE INDEX said_of ON said(conversation, input);
            CREATE TABLE effect(
                conversation INTEGER NOT NULL REFERENCES conversation(no) ON DELETE CASCADE, version INTEGER NOT NULL, place INTEGER NOT NULL,
                at INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(conversation, version, place)) STRICT, WITHOUT ROWID;
            CREATE TABLE continue_code(
                hash TEXT PRIMARY KEY, conversation INTEGER NOT NULL UNIQUE REFERENCES conversation(no) ON DELETE CASCADE,
                expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            """),
    ];
}
