"""What a developer here would otherwise write: FastAPI and SQLAlchemy over the same database, sealing and writing the same rows."""
