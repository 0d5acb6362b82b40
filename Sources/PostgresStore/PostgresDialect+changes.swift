import SQLCore

extension PostgresDialect {
    /// Triggers of a partitioned table stand on its partitions, too. The function writes as its owner: the server's login has no right to a
    /// table that was made after it was granted its work. Emptying a table names no row, so it is refused meanwhile.
    package func changeNotes(
        of table: String, in notes: String, key: [(name: String, type: String)]
    ) -> (begin: [String], end: [String]) {
        let names = key.map(\.name).joined(separator: ", ")
        func note(_ row: String) -> String {
            "INSERT INTO \(notes) (\(names)) VALUES (\(key.map { "\(row).\($0.name)" }.joined(separator: ", ")));"
        }
        let columns = key.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
        let function = """
            CREATE FUNCTION \(notes)_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $note$
            BEGIN
                IF TG_OP = 'TRUNCATE' THEN RAISE EXCEPTION 'a table that is being moved is not emptied'; END IF;
                IF TG_OP <> 'INSERT' THEN \(note("OLD")) END IF;
                IF TG_OP <> 'DELETE' THEN \(note("NEW")) END IF;
                RETURN NULL;
            END $note$
            """
        let begin = [
            "CREATE TABLE \(notes) (note BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \(columns))", function,
            "CREATE TRIGGER \(notes) AFTER INSERT OR UPDATE OR DELETE ON \(table) FOR EACH ROW EXECUTE FUNCTION \(notes)_note()",
            "CREATE TRIGGER \(notes)_emptied BEFORE TRUNCATE ON \(table) EXECUTE FUNCTION \(notes)_note()",
        ]
        return (begin, ["DROP FUNCTION IF EXISTS \(notes)_note() CASCADE", "DROP TABLE IF EXISTS \(notes)"])
    }
}
