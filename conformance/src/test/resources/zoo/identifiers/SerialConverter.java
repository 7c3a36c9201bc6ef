package zoo.identifiers;

import jakarta.persistence.*;

public class SerialConverter implements AttributeConverter<Serial, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Serial serial) {
        return serial == null ? null : serial.digits();
    }

    @Override
    public Serial convertToEntityAttribute(Integer digits) {
        return digits == null ? null : new Serial("", digits);
    }
}
