"""The enums and the types serve widely used libraries, which keep codes that no table has."""

import unittest

import sqlalchemy
from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from statuscodes.grpc import GRPCCode
from statuscodes.http import Class, HTTPStatus, Retry
from statuscodes.sqlstate import SQLSTATE


class Answer(BaseModel):
    """A model as a web framework has it."""

    status: HTTPStatus
    state: SQLSTATE | None = None
    retry: Retry = "never"
    class_: Class | None = None


class PydanticTest(unittest.TestCase):
    def test_known(self):
        for answer in (Answer(status=404), Answer(status=HTTPStatus.NOT_FOUND), Answer.model_validate_json('{"status": 404}')):
            self.assertIs(answer.status, HTTPStatus.NOT_FOUND)
            self.assertEqual(answer.model_dump_json(include={"status"}), '{"status":404}')

    def test_strangers_survive(self):
        answer = Answer.model_validate_json('{"status": 499, "state": "42ZZZ"}')
        self.assertEqual((repr(answer.status), repr(answer.state)), ("<HTTPStatus: 499>", "<SQLSTATE: '42ZZZ'>"))
        self.assertEqual(Answer.model_validate_json(answer.model_dump_json()), answer)
        self.assertEqual(answer.model_dump(mode="json")["status"], 499)

    def test_literals(self):
        self.assertEqual(Answer(status=200, retry="always", class_="success").retry, "always")
        for wrong in ({"status": "NOT_FOUND"}, {"status": 200, "retry": "sometimes"}, {"status": 200, "class_": "none"}):
            with self.subTest(wrong), self.assertRaises(ValidationError):
                Answer.model_validate(wrong)

    def test_schema(self):
        schema = TypeAdapter(GRPCCode).json_schema()
        self.assertEqual((schema["type"], set(schema["enum"])), ("integer", set(GRPCCode)))


class Status(sqlalchemy.types.TypeDecorator):
    """A column of numbers, which keeps those that the table lacks."""

    impl = sqlalchemy.Integer
    cache_ok = True

    def process_result_value(self, value, dialect):
        return None if value is None else HTTPStatus(value)


class Base(DeclarativeBase):
    """The tables of this test."""


class Row(Base):
    """A row with a code in a column of each kind."""

    __tablename__ = "rows"
    id: Mapped[int] = mapped_column(primary_key=True)
    named: Mapped[HTTPStatus | None]  # sqlalchemy.Enum, which keeps names
    number: Mapped[HTTPStatus] = mapped_column(Status)


class SQLAlchemyTest(unittest.TestCase):
    def setUp(self):
        self.engine = sqlalchemy.create_engine("sqlite://")
        self.addCleanup(self.engine.dispose)
        Base.metadata.create_all(self.engine)

    def test_columns(self):
        with Session(self.engine) as session:
            session.add(Row(id=1, named=HTTPStatus.NOT_FOUND, number=HTTPStatus.NOT_FOUND))
            session.add(Row(id=2, number=HTTPStatus(499)))
            session.commit()
            first, second = session.scalars(sqlalchemy.select(Row).order_by(Row.id))
            self.assertIs(first.named, HTTPStatus.NOT_FOUND)
            self.assertIs(first.number, HTTPStatus.NOT_FOUND)
            self.assertEqual(repr(second.number), "<HTTPStatus: 499>")
            self.assertIs(session.scalars(sqlalchemy.select(Row).where(Row.number == HTTPStatus(499))).one(), second)
            stored = session.execute(sqlalchemy.text("select named, number from rows order by id")).all()
            self.assertEqual(stored, [("NOT_FOUND", 404), (None, 499)])

    def test_a_column_of_names_refuses_strangers(self):
        with Session(self.engine) as session:
            session.add(Row(id=1, named=HTTPStatus(499), number=HTTPStatus.OK))
            with self.assertRaises(sqlalchemy.exc.StatementError):
                session.commit()


if __name__ == "__main__":
    unittest.main()
