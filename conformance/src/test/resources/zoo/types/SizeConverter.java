package zoo.types;

import jakarta.persistence.*;

@Converter
public class SizeConverter implements AttributeConverter<Enums.Size, String> {
    @Override
    public String convertToDatabaseColumn(Enums.Size size) {
        return size == null ? null : size.name().substring(0, 1);
    }

    @Override
    public Enums.Size convertToEntityAttribute(String text) {
        return text == null ? null : Enums.Size.SMALL;
    }
}
