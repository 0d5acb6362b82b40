"""The tables of a registration, the same columns as Shiming's where a registration touches them. Keys are UUIDs' bytes."""
from sqlalchemy import BigInteger, Column, Index, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()


def table(name: str, keys: str, *more: str, indexes: tuple[str, ...] = (), unique: tuple[str, ...] = ()) -> Table:
    """Columns as `name:type`, the type one of b(lob), i(nteger), t(ext); indexes as `a+b`."""
    types = {"b": LargeBinary, "i": BigInteger, "t": Text}
    columns = []
    for place, words in enumerate((keys, " ".join(more))):
        for word in words.split():
            column, kind = word.split(":")
            columns.append(Column(column, types[kind], primary_key=place == 0, autoincrement=False))
    made = Table(name, metadata, *columns, *(UniqueConstraint(*each.split("+")) for each in unique))
    for each in indexes:
        Index(f"{name}_by_{each.replace('+', '_')}", *(made.c[column] for column in each.split("+")))
    return made


token = table("access_token", "hash:b", "account:b organisation:b path:t")
card = table("card", "subscription:i", "iccid:t state:t path:t product:t", unique=("iccid",))
data_key = table("data_key", "id:b", "wrapped_under:t wrapped:b created_at:i", indexes=("wrapped_under+id",))
evidence = table("evidence", "id:b", "slot:t path:t")
party = table("party", "id:b", "kind:t recorded_at:i")
identity = table(
    "identity_version", "id:b", "party:b ordinal:i document_type:t valid_from:t valid_until:t sealed:b data_key:b commitment:b recorded_at:i "
    "recorded_by:b", indexes=("valid_until+id",), unique=("party+ordinal",))
unit_directory = table("unit_directory", "party:b", "code:t name:t recorded_at:i", indexes=("name",), unique=("code",))
identity_search = table("identity_search", "purpose:t hash:b party:b", "name_hash:b")
registration = table(
    "registration", "id:b", "code:t kind:t channel:t organisation:b path:t created_by:b created_at:i", indexes=("path+id",), unique=("code",))
registration_state = table("registration_state", "registration:b", "state:t unit:b updated_at:i", indexes=("unit+registration",))
application = table(
    "application", "id:b", "registration:b kind:t state:t version:i draft:b draft_key:b organisation:b path:t unit:b cards:i created_by:b "
    "created_at:i updated_at:i submitted_at:i submitted_by:b submission:b purge_after:i",
    indexes=("state+submitted_at+id", "path+id", "registration+id", "purge_after"))
application_interval = table("application_interval", "application:b lo:i", "hi:i")
submission = table(
    "submission", "id:b", "application:b registration:b ordinal:i kind:t policy:t content:t unit:b cards:i agent_chain:t submitted_at:i "
    "submitted_by:b", indexes=("registration+id",), unique=("application+ordinal",))
submission_role = table(
    "submission_role", "submission:b role:t", "party:b identity:b authorised_from:t authorised_until:t",
    indexes=("party+submission", "identity+submission"))
holding = table("holding", "subscription:i ordinal:i", "effective_from:i recorded_at:i registration:b decision:b")
role = table("role_succession", "registration:b role:t ordinal:i", "party:b identity:b effective_from:i recorded_at:i")
submission_evidence = table("submission_evidence", "submission:b slot:t evidence:b", indexes=("evidence+submission",))
submission_interval = table("submission_interval", "submission:b lo:i", "hi:i")
rule_judgement = table("rule_judgement", "submission:b", "findings:t recorded_at:i")
trail_entry = table(
    "trail_entry", "id:b", "recorded_at:i actor:b organisation_path:t action:t body:t",
    indexes=("recorded_at+id", "actor+recorded_at+id"))
trail_subject = table("trail_subject", "kind:t subject:b entry:b")
idempotency = table(
    "idempotency", "account:b key:t", "operation:t body_hash:b status:i answer:b created_at:i", indexes=("created_at",))
