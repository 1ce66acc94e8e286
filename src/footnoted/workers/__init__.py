"""Pure work in processes of their own, where a bomb can only kill a worker."""

from footnoted.workers.pool import Workers
from footnoted.workers.process import WorkError, WorkFailure

__all__ = ["WorkError", "WorkFailure", "Workers"]
