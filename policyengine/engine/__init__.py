"""The engine: a policy, a question and facts make a decision that explains itself."""

from policyengine.engine.ask import Decision, ask, questions

__all__ = ["Decision", "ask", "questions"]
