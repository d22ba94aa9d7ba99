"""Makes a person out of what somebody knows about the one they will meet: seven questions in, a persona file out.

Ask `rehearse.making.maker.Maker`. Nothing here imports pydantic or ruamel.yaml before a file is read or written.
"""
